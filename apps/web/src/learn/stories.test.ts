import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { settingRanges } from "../microscope/settings.ts";
import { words } from "../words.ts";
import { scenes, storyNames } from "./stories.ts";

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

  it("promise nothing", () => {
    const text = JSON.stringify(words.learn.stories);
    expect(text).not.toMatch(/\bwill (shrink|reduce|lose)\b|\bcures?\b|\bheals?\b|guarantee/i);
  });
});
