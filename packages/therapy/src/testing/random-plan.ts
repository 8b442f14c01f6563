/** Random plans for tests: every one of them is a plan that `parsePlan` could have read. */
import { mmHg, reviewStatuses } from "@openlymph/base";
import fc from "fast-check";
import { type BodySide, bodySides } from "../fields/body-side.ts";
import { regions } from "../library/region.ts";
import { phases, stepProvenances, stepSides, towardSides } from "../library/sequence-words.ts";
import { defaultPressure, type Stroke, strokes } from "../library/stroke.ts";
import { directions, type Plan, type PlanStep, planFormat } from "../plan/plan.ts";
import { maybe, randomWords } from "./random-words.ts";

const handRegions = regions.filter(({ kind }) => kind !== "target");
const targets = regions.filter(({ id }) => id !== "chosen_exit").map(({ id }) => id);
const ofOneSide = ["unaffected", "affected_third", "middle_third", "unaffected_third"];

/** Sides a word of which makes sense when these sides are affected. */
function possible<Word extends string>(words: readonly Word[], affected: BodySide): readonly Word[] {
  return affected === "both" ? words.filter((word) => !ofOneSide.includes(word)) : words;
}

function randomPressure(stroke: Stroke): fc.Arbitrary<Pick<PlanStep, "pressure" | "pressureFrom">> {
  const standard = defaultPressure(stroke);
  if (standard === undefined) return fc.constant({ pressure: undefined, pressureFrom: "none" });
  const written = fc
    .integer({ min: 0, max: 1200 })
    .map((tenths) => ({ pressure: (tenths / 10) * mmHg, pressureFrom: "plan" as const }));
  return fc.oneof(fc.constant({ pressure: standard, pressureFrom: "stroke" as const }), written);
}

function randomPlace(affected: BodySide): fc.Arbitrary<Pick<PlanStep, "region" | "side">> {
  return fc.constantFrom(...handRegions).chain(({ id, thirds }) => {
    const sides = possible(stepSides, affected).filter((side) => thirds !== undefined || !side.endsWith("_third"));
    return fc.record({ region: fc.constant(id), side: fc.constantFrom(...sides) });
  });
}

function randomTarget(affected: BodySide): fc.Arbitrary<Pick<PlanStep, "toward" | "towardSide">> {
  const sides = possible(towardSides, affected).filter((side) => side !== "exit");
  const named = fc.record({ toward: fc.constantFrom(...targets), towardSide: fc.constantFrom(...sides) });
  const exit = fc.constant({ toward: "chosen_exit", towardSide: "exit" as const });
  return fc.oneof({ weight: 6, arbitrary: named }, { weight: 1, arbitrary: exit });
}

/** A step; its number is settled by the plan it stands in. */
export function randomStep(affected: BodySide): fc.Arbitrary<PlanStep> {
  return fc.constantFrom(...strokes).chain((stroke) =>
    fc
      .tuple(
        fc.record({
          phase: fc.constantFrom(...phases),
          stroke: fc.constant(stroke.id),
          pace: fc.integer({ min: 5, max: 120 }).map((tenths) => tenths / 10),
          repetitions: fc.integer({ min: 1, max: 20 }),
          positions: fc.integer({ min: 1, max: 6 }),
          optional: fc.boolean(),
          provenance: fc.constantFrom(...stepProvenances),
        }),
        randomPlace(affected),
        randomTarget(affected),
        randomPressure(stroke),
        maybe("action", randomWords()),
        maybe("direction", fc.constantFrom(...directions)),
        maybe("note", randomWords()),
      )
      .map((parts) => Object.assign({}, ...parts) as PlanStep),
  );
}

function numbered(steps: readonly PlanStep[], gaps: readonly number[]): readonly PlanStep[] {
  let n = 0;
  return steps.map((step, at) => {
    n += gaps[at % gaps.length] ?? 1;
    return { ...step, n };
  });
}

function randomExit(affected: BodySide): fc.Arbitrary<NonNullable<Plan["exit"]>> {
  const sides = possible(["affected", "unaffected", "left", "right", "bilateral"] as const, affected);
  return fc
    .tuple(
      fc.record({ region: fc.constantFrom("axilla", "inguinal", "terminus"), side: fc.constantFrom(...sides) }),
      maybe("reason", randomWords()),
    )
    .map(([exit, reason]) => ({ ...exit, ...reason }));
}

/**
 * A plan of 1 to 12 steps with any side affected; strokes, regions and targets are drawn from the whole library, so that
 * most of them would be poor therapy. Step numbers rise, with gaps.
 */
export function randomPlan(): fc.Arbitrary<Plan> {
  return fc.constantFrom(...bodySides).chain((affectedSide) =>
    fc
      .tuple(
        fc.record({
          title: randomWords(),
          provenance: fc.record({ tag: fc.constantFrom("source", "assumed"), source: randomWords() }),
          reviewStatus: fc.constantFrom(...reviewStatuses),
          complete: fc.boolean(),
          steps: fc
            .tuple(
              fc.array(randomStep(affectedSide), { minLength: 1, maxLength: 12 }),
              fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
            )
            .map(([steps, gaps]) => numbered(steps, gaps)),
        }),
        maybe("about", randomWords()),
        maybe("for", randomWords()),
        maybe("position", randomWords()),
        maybe("garment", randomWords()),
        maybe("stopRule", randomWords()),
        maybe("stated", fc.record({ minutes: fc.integer({ min: 1, max: 60 }) })),
        maybe("exit", randomExit(affectedSide)),
        maybe("exitChoices", fc.array(randomWords(), { minLength: 1, maxLength: 3 })),
        maybe("extraChecks", fc.array(randomWords(), { minLength: 1, maxLength: 3 })),
      )
      .map((parts) => Object.assign({ format: planFormat, affectedSide }, ...parts) as Plan),
  );
}
