import { readFileSync } from "node:fs";
import path from "node:path";
import { describeFailure, unwrap } from "@openlymph/base";
import { strokeMoving } from "@openlymph/figure";
import { strokes } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { pageText } from "../output/page.ts";
import { plainStyle } from "../output/style.ts";
import { strokeBlocks } from "../present/strokes.ts";
import { freshFolder, openlymph, shapeOf } from "../testing/run-cli.ts";
import { strokePicture, whoWords } from "../words/stroke-words.ts";
import { type StrokesInput, strokesCommand } from "./strokes.ts";

const here = { style: plainStyle, report: () => undefined };

const page = (id: string) => {
  const stroke = strokes.find((one) => one.id === id)!;
  return pageText(strokeBlocks(stroke), plainStyle).replaceAll(/\s+/g, " ");
};

describe("openlymph strokes", () => {
  it("lists every stroke as a draft, says who may do it and what one hand can do", () => {
    const { code, out } = openlymph("strokes");
    expect(code).toBe(0);
    expect(out).toMatch(/^DRAFT: strokes/m);
    for (const { id } of strokes) expect(out).toMatch(new RegExp(`^${id} `, "m"));
    expect(out).toMatch(/^foldi_oedema .* therapist only /m);
    expect(out).toMatch(/^vodder_scoop .* not for self-care /m);
    expect(out.replaceAll(/\s+/g, " ")).toMatch(/With one good hand, at home: .*Simple skin stretch/);
  });

  it("shows a stroke in words and numbers with what is assumed, and where sources disagree", () => {
    const text = page("vodder_pump");
    for (const words of [
      "One hand is enough",
      "Glide on by one hand width without pressure",
      "stretch 10 to 25 mm assumed",
      "60 to 120 mmHg were measured",
      "coggle.it",
    ]) {
      expect(text).toContain(words);
    }
    expect(page("fg_fill")).toContain("Therapist only. Nobody does this stroke alone.");
    expect(page("breath_diaphragm")).not.toContain("mmHg");
  });

  it("promises no effect and says plainly of every stroke who does it", () => {
    for (const stroke of strokes) {
      expect(page(stroke.id)).not.toMatch(/\b(cures?|reduces?|removes? fluid|less swelling|will help)\b/i);
      expect(whoWords(stroke)).toMatch(/^(People can do it|Not for self-care|Therapist only)/);
    }
  });

  it("has a picture of every stroke, whose words fit below it", () => {
    for (const stroke of strokes) {
      const picture = strokePicture(stroke);
      expect(strokeMoving(picture, { theme: "light" }).length, stroke.id).toBeGreaterThan(10_000);
      const { working, resting, marks } = picture.words;
      expect(`${working} · ${resting}`.length, stroke.id).toBeLessThan(40);
      expect(marks).toContain("draft");
    }
  });

  it("writes the moving picture and the storyboard", () => {
    const folder = freshFolder();
    const [svg, still] = [path.join(folder, "scoop.svg"), path.join(folder, "scoop.png")];
    const { code, err } = openlymph("strokes", "Scoop", "--svg", svg, "--still", still);
    expect(code).toBe(0);
    expect(err).toContain(`wrote ${still}`);
    expect(readFileSync(svg, "utf8")).toContain("prefers-reduced-motion");
    expect([...readFileSync(still).subarray(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
  });

  it("refuses a picture of nothing, a PNG that should move, and an unknown stroke", async () => {
    const said = async (input: StrokesInput) => {
      const result = await strokesCommand(input, here);
      return result.ok ? "" : describeFailure(result);
    };
    expect(await said({ svg: "all.svg" })).toContain("the stroke to draw");
    expect(await said({ stroke: "pump", svg: "pump.png" })).toContain("a PNG does not move");
    expect(await said({ stroke: "pmup" })).toContain("Did you mean pump?");
    expect(await said({ stroke: "pump" })).toBe("");
  });

  it("keeps the shape of its JSON", async () => {
    const { strokes: list, ...rest } = JSON.parse(
      unwrap(await strokesCommand({ stroke: "pump", json: true }, here)).text,
    );
    expect(Object.keys(rest)).toEqual(["format", "marks", "pressureDebate", "record"]);
    expect(list[0]).toMatchObject({ use: "self-care", oneHand: true, pressure: { min: 30, max: 40, unit: "mmHg" } });
    const { technique, ...facts } = shapeOf(list[0]) as Record<string, unknown>;
    expect(Object.keys(facts).join(" ")).toMatchInlineSnapshot(
      `"id name school reviewStatus use oneHand hand where working resting pressure work rest repetitions cycle workingShare meanPressure evidence sources"`,
    );
    expect(Object.keys(technique as object).join(" ")).toMatchInlineSnapshot(
      `"hands contact skin pushes path advance release steps feelFor avoid words pressure rise stretch"`,
    );
  });
});
