import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { settingRanges } from "../microscope/settings.ts";
import { toldStudies } from "../run/told-studies.ts";
import { words } from "../words.ts";
import { scenes, storyNames } from "./stories.ts";
import { storySources } from "./story-sources.ts";

const example = (folder: string, file: string) =>
  existsSync(new URL(`../../../../examples/${folder}/${file}`, import.meta.url));

describe("the stories", () => {
  it("have a text for every scene, of examples that exist and settings that can be set", () => {
    for (const name of storyNames) {
      expect(scenes[name].length, name).toBe(words.learn.stories[name].parts.length);
      for (const { history, plan, microscope = {} } of scenes[name]) {
        expect([example("histories", history), example("plans", plan)]).toEqual([true, true]);
        for (const [setting, value] of Object.entries(microscope)) {
          const range = settingRanges.find((one) => one.name === setting)!;
          expect(value >= range.least && value <= range.most).toBe(true);
        }
      }
    }
  });

  it("name what they rest on, with trials where they speak of trials", () => {
    for (const name of storyNames) {
      const { texts, condition } = storySources[name];
      expect(texts.length, name).toBeGreaterThan(0);
      const speaksOfTrials = /trials/.test(words.learn.stories[name].parts.join(" "));
      if (speaksOfTrials) expect(condition, name).toBeDefined();
      if (condition !== undefined) expect(toldStudies(condition)?.studies.join(" ")).toMatch(/n=194/);
    }
  });

  it("promise nothing", () => {
    const text = JSON.stringify(words.learn.stories);
    expect(text).not.toMatch(/\bwill (shrink|reduce|lose)\b|\bcures?\b|\bheals?\b|guarantee/i);
  });
});
