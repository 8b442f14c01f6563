import { mirrored } from "@openlymph/anatomy";
import { unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mirroredSide } from "../fields/body-side.ts";
import { mirrorWords } from "../fields/mirror-words.ts";
import { randomHistory, randomWrittenHistory } from "../testing/random-history.ts";
import { limbsAtRisk } from "./limbs-at-risk.ts";
import { mirrorHistory } from "./mirror-history.ts";
import { parseHistory } from "./parse-history.ts";

const texts = ["title", "about", "note"];

/** The file of a history with every side, id and text the other way round, field by field. */
function mirroredFile(value: unknown, key = ""): unknown {
  if (Array.isArray(value))
    return value.map((item) => (typeof item === "string" ? mirrored(item) : mirroredFile(item)));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, name === "provenance" ? item : mirroredFile(item, name)]),
    );
  }
  if (typeof value !== "string") return value;
  if (key === "side") return mirroredSide(value);
  return texts.includes(key) ? mirrorWords(value) : value;
}

/** Lists of ids in one order: reading a file lists the left side first. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.every((item) => typeof item === "string") ? [...value].sort() : value.map(inOrder);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inOrder(item)]));
}

describe("mirrorHistory", () => {
  it("gives every history back when done twice", () => {
    fc.assert(
      fc.property(randomHistory(), (history) => {
        expect(mirrorHistory(mirrorHistory(history))).toEqual(history);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("is what the mirrored file would have given", () => {
    fc.assert(
      fc.property(randomWrittenHistory(), (written) => {
        const read = (file: unknown) => unwrap(parseHistory(JSON.stringify(file), "history.json"));
        expect(inOrder(mirrorHistory(read(written)))).toEqual(inOrder(read(mirroredFile(written))));
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("puts the mirrored limbs at risk", () => {
    fc.assert(
      fc.property(randomHistory(), (history) => {
        const turned = limbsAtRisk(mirrorHistory(history));
        expect([...turned].sort()).toEqual(limbsAtRisk(history).map(mirrored).sort());
      }),
      { seed: 2, numRuns: 50 },
    );
  });
});
