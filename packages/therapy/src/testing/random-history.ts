/** Random histories for tests, written as a person would write them and read by `parseHistory`. */
import { anatomy, type Procedure } from "@openlymph/anatomy";
import { unwrap } from "@openlymph/base";
import fc from "fast-check";
import { bodySides } from "../fields/body-side.ts";
import { builds, type History, historyFormat, scopedAssumptions } from "../history/history.ts";
import { parseHistory } from "../history/parse-history.ts";
import { regions } from "../library/region.ts";
import { maybe, randomWords } from "./random-words.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A history as the fields of its file. */
export interface WrittenHistoryFile {
  readonly format: string;
  readonly procedures: readonly Fields[];
  readonly conditions: readonly Fields[];
  readonly assume: readonly Fields[];
  readonly events: readonly Fields[];
  readonly [field: string]: unknown;
}

const merged = (parts: readonly object[]): Fields => Object.assign({}, ...parts) as Fields;
const skinRegions = regions.filter(({ territories }) => territories.length > 0).map(({ id }) => id);

function randomScope(): fc.Arbitrary<Fields> {
  const side = fc.constantFrom(...bodySides);
  const territories = fc.uniqueArray(fc.constantFrom(...anatomy.territories.map(({ id }) => id)), {
    minLength: 1,
    maxLength: 4,
  });
  return fc.oneof(
    fc.record({ limb: fc.constantFrom("arm", "leg"), side }),
    fc.record({ segments: fc.constant(["trunk"]), side }),
    fc.record({ region: fc.constantFrom(...skinRegions), side }),
    fc.record({ territories }),
  );
}

const randomLimb = () => fc.record({ limb: fc.constantFrom("arm", "leg"), side: fc.constantFrom(...bodySides) });

function randomProcedure(procedure: Procedure): fc.Arbitrary<Fields> {
  const { id, midline, bilateral, radiationFibrosis } = procedure;
  const side = fc.record({ side: fc.constantFrom(...bodySides) });
  const sides = bilateral === true ? fc.oneof(side, fc.constant({})) : side;
  const parts = ["all", "surgery", ...(radiationFibrosis === undefined ? [] : ["radiotherapy"])];
  return fc
    .tuple(
      fc.record({
        procedure: fc.constant(id),
        date: fc.integer({ min: 2000, max: 2025 }).map((year) => `${year}-03-01`),
        part: fc.constantFrom(...parts),
      }),
      midline === true ? fc.constant({}) : sides,
      maybe("note", randomWords()),
    )
    .map(merged);
}

function randomCondition(): fc.Arbitrary<Fields> {
  return fc
    .tuple(
      fc.record({ condition: fc.constantFrom("lymphedema", "lipedema", "diabetes") }),
      fc.oneof(randomScope(), fc.constant({})),
      maybe("stage", fc.constantFrom("0", "I", "II", "III")),
      maybe("note", randomWords()),
    )
    .map(merged);
}

const units: Readonly<Partial<Record<string, string>>> = {
  capillaryPressure: "5 mmHg",
  venousHypertension: "10 mmHg",
};

function randomAssumption(removesNodes: boolean): fc.Arbitrary<Fields> {
  const nodes = fc.uniqueArray(fc.constantFrom(...anatomy.nodeGroups.map(({ id }) => id)), {
    minLength: 1,
    maxLength: 3,
  });
  const scoped = fc
    .tuple(fc.constantFrom(...scopedAssumptions), fc.oneof(randomScope(), fc.constant({})))
    .map(([kind, scope]): Fields => ({ [kind]: units[kind] ?? 0.7, ...scope }));
  const obstructed = fc.record({ obstruction: fc.constantFrom(0.2, 0.9), nodes });
  const central = fc.record({ venousPressure: fc.constant("8 mmHg") });
  const left = fc.constantFrom<Fields>({ bypass: 0.05 }, { regrowth: 0.3 });
  return fc.oneof(scoped, obstructed, central, ...(removesNodes ? [left] : []));
}

function randomEvent(): fc.Arbitrary<Fields> {
  const happening = fc.oneof<fc.Arbitrary<Fields>[]>(
    randomLimb().map((limb) => ({ infection: limb })),
    randomScope().map((scope) => ({ exercise: scope })),
    randomScope().map((scope) => ({ injury: scope })),
    randomScope().map((scope) => ({ heat: "5 K", ...scope })),
    randomLimb().map((limb) => ({ sleeve: "30 mmHg", ...limb })),
    fc.constantFrom<Fields>({ posture: "upright" }, { meal: "gut" }, { walking: "upright" }),
  );
  return fc
    .tuple(
      happening,
      fc.record({
        at: fc.integer({ min: -240, max: 240 }).map((hours) => `${hours} h`),
        for: fc.integer({ min: 1, max: 24 }).map((hours) => `${hours} h`),
      }),
      maybe("note", randomWords()),
    )
    .map(merged);
}

const few = { maxLength: 3 } as const;

/** A history of at most three procedures, conditions, assumptions and events each, as its file says it. */
export function randomWrittenHistory(): fc.Arbitrary<WrittenHistoryFile> {
  const procedures = fc.array(
    fc.constantFrom(...anatomy.procedures).chain((procedure) => randomProcedure(procedure)),
    few,
  );
  return procedures.chain((done) => {
    const removesNodes = done.some(({ procedure, part }) => {
      const removed = anatomy.byId.procedures.get(String(procedure))?.removes ?? {};
      return part !== "radiotherapy" && Object.keys(removed).length > 0;
    });
    return fc.record({
      format: fc.constant(historyFormat),
      title: randomWords(),
      about: randomWords(),
      body: fc.record({ build: fc.constantFrom(...builds) }),
      asOf: fc.constant("2026-11-22"),
      procedures: fc.constant(done),
      conditions: fc.array(randomCondition(), few),
      assume: fc.array(randomAssumption(removesNodes), few),
      events: fc.array(randomEvent(), few),
      provenance: fc.record({ tag: fc.constant("assumed"), source: randomWords() }),
    });
  });
}

/** A history as `parseHistory` gives it. */
export function randomHistory(): fc.Arbitrary<History> {
  return randomWrittenHistory().map((written) => unwrap(parseHistory(JSON.stringify(written), "random-history.json")));
}
