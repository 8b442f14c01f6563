import { mmHg, ok, type Result } from "@openlymph/base";
import { type CheckBasis, checkContext, type LimbId } from "../check/check-context.ts";
import { checkPlan, type DoneRepair, type PlanCheck, repairPlan } from "../check/check-plan.ts";
import { observedWords } from "../check/exits.ts";
import { percent, placeWords } from "../check/place-words.ts";
import { sideWord } from "../check/side-word.ts";
import type { BodySide } from "../fields/body-side.ts";
import type { History } from "../history/history.ts";
import { evidence, type Indication } from "../library/evidence.ts";
import { planRules } from "../library/plan-rule.ts";
import { defaultPressure, strokesById } from "../library/stroke.ts";
import { planFromSequence } from "../plan/from-sequence.ts";
import type { Plan, PlanStep } from "../plan/plan.ts";
import { type RankedExit, rankedExits } from "./ranked-exits.ts";
import { stepReason } from "./step-reason.ts";
import { type PlanFor, planFor, templateOf } from "./swollen-part.ts";

/** A draft plan for a history, and everything a therapist needs to judge it. */
export interface PlanProposal {
  /** A draft: every step carries its reason as a note, the exit is not chosen. */
  readonly plan: Plan;
  readonly for: PlanFor;
  /** Id of the sequence it was built from. */
  readonly template: string;
  /** Exits of the affected limbs, open ones first, by how often dye showed them; empty where none were counted. */
  readonly exits: readonly RankedExit[];
  /** What is known about drainage of this part; empty where no study of it was read. */
  readonly evidence: readonly Indication[];
  /** What only a therapist can decide. */
  readonly choices: readonly string[];
  /** Changes made to the template, because of the history or the screening. */
  readonly changes: readonly DoneRepair[];
  /** The proposal, checked. */
  readonly check: PlanCheck;
}

export interface ProposeOptions extends Omit<CheckBasis, "history"> {
  /** `left arm`, `legs`, `head-neck`…; needed where the history puts several parts at risk. */
  readonly part?: string | undefined;
}

function limbsOf({ part, side }: PlanFor): readonly LimbId[] {
  if (part === "legs") return ["leg_L", "leg_R"];
  const limb = part === "breast" ? "arm" : part;
  if ((limb !== "arm" && limb !== "leg") || side === "both") return [];
  return [`${limb}_${side === "left" ? "L" : "R"}`];
}

function clears(plan: Plan, { region, side }: RankedExit): boolean {
  const word = sideWord(plan, side);
  return plan.steps.some((step) => step.region === region && (step.side === word || step.side === "bilateral"));
}

/** An exit that the template leaves out: an optional step that clears it, marked as the therapist's choice. */
function choiceStep(plan: Plan, exit: RankedExit): PlanStep {
  const { stroke, repetitions, pace_s } = planRules.clearing;
  const known = strokesById.get(stroke);
  const word = sideWord(plan, exit.side);
  return {
    n: 0,
    phase: "exit",
    region: exit.region,
    side: word,
    stroke,
    toward: exit.region,
    towardSide: word,
    pressure: (known === undefined ? undefined : defaultPressure(known)) ?? 20 * mmHg,
    pressureFrom: "stroke",
    pace: pace_s,
    repetitions,
    positions: 1,
    optional: true,
    provenance: "assumed-composed",
  };
}

/** The plan with every open, observed exit that it does not clear as an optional step after those it does. */
function withChoices(plan: Plan, exits: readonly RankedExit[]): Plan {
  const missing = exits.filter((exit) => exit.open && (exit.share ?? 0) > 0 && !clears(plan, exit));
  if (missing.length === 0) return plan;
  const last = plan.steps.findIndex(({ phase }) => phase === "exit");
  const at = last < 0 ? plan.steps.length : last + 1;
  const steps = [...plan.steps.slice(0, at), ...missing.map((exit) => choiceStep(plan, exit)), ...plan.steps.slice(at)];
  return { ...plan, steps: steps.map((step, n) => ({ ...step, n: n + 1 })) };
}

function exitWords(exit: RankedExit, exits: readonly RankedExit[]): string {
  const { left, open } = exit;
  const seen = observedWords(exit);
  const state = left < 1 ? `; about ${percent(left)} of its nodes still work` : "";
  return `${exitName(exit, exits)}: ${open ? "open" : "removed or irradiated"}${state}. ${seen}`;
}

const limbName = (limb: LimbId): string => `${limb.endsWith("L") ? "left" : "right"} ${limb.slice(0, -2)}`;

/** `left groin`, and of which limb where there are several. */
export function exitName({ region, side, limb }: RankedExit, exits: readonly RankedExit[]): string {
  const place = placeWords(region, [side]);
  const several = exits.some((other) => other.limb !== limb);
  return several ? `${place} for the ${limbName(limb)}` : place;
}

function countedWords(exits: readonly RankedExit[]): string {
  const counted = exits.filter(({ share }) => share !== undefined).toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const words = counted.map((exit) => {
    const state = exit.left < 1 ? `, ${percent(exit.left)} of its nodes work here` : "";
    return `${exitName(exit, exits)} (${exit.share} %${state})`;
  });
  const others = exits.filter(({ share }) => share === undefined).map((exit) => exitName(exit, exits));
  return `${words.join(", ")}${others.length === 0 ? "" : `; not counted: ${others.join(", ")}`}`;
}

function choicesOf(plan: Plan, exits: readonly RankedExit[]): readonly string[] {
  const sweeps = plan.steps.filter(({ toward }) => toward === "chosen_exit").map(({ n }) => n);
  const optional = plan.steps.filter((step) => step.optional).map(({ n }) => n);
  const choose = "Choose the exit and write it under exit: with a reason.";
  return [
    ...(exits.length > 0 ? [`${choose} How often dye showed each: ${countedWords(exits)}.`] : []),
    ...(exits.length === 0 && sweeps.length > 0 ? [`${choose} No count of exits was read for this part.`] : []),
    ...(sweeps.length === 0 ? [] : [`Step ${sweeps.join(", ")} waits for that choice.`]),
    ...(optional.length === 0 ? [] : [`Keep or leave out the optional steps ${optional.join(", ")}.`]),
    "Pressure, pace and repetitions are the usual ones of each stroke; nobody has measured the best.",
    "A named therapist must review, change and release this plan before anyone uses it.",
  ];
}

function reasoned(plan: Plan, basis: CheckBasis): Plan {
  const context = checkContext(plan, basis);
  const steps = context.steps.map((checked) => {
    const { step } = checked;
    const why = `Why: ${stepReason(context, checked)}`;
    return { ...step, note: step.note === undefined ? why : `${step.note}. ${why}` };
  });
  return { ...plan, steps };
}

/** `the left arm`, `both legs`, `the whole body, where nothing is swollen`. */
function partWords({ part, side }: PlanFor): string {
  if (part === "whole-body") return "the whole body, where nothing is swollen";
  if (part === "legs") return "both legs";
  if (part === "head-neck") return side === "both" ? "head and neck" : `head and neck, ${side}`;
  return `the ${side} ${part === "breast" ? "breast and trunk" : part}`;
}

function headed(plan: Plan, history: History, wanted: PlanFor, exits: readonly RankedExit[]): Plan {
  const side: BodySide = wanted.side;
  return {
    ...plan,
    title: `Proposal for ${partWords(wanted)}`,
    about: `A draft that the program built from the composed sequence "${plan.title}" for the history "${history.title}"; it is no plan until a named therapist has reviewed, changed and released it.`,
    affectedSide: side,
    ...(exits.length === 0 ? {} : { exitChoices: exits.map((exit) => exitWords(exit, exits)) }),
    provenance: { tag: "computed", source: `built by the program from ${plan.title}` },
    reviewStatus: "draft",
  };
}

/**
 * A draft plan for a history: the composed sequence of the swollen part, without steps that the check finds to be errors
 * after this history, with the open exits ranked by how often dye showed them and the choice among them left open.
 *
 * @returns `field/invalid` where several parts are at risk and none was asked for. Nothing is released: `reviewStatus` is
 * `draft`.
 */
export function proposePlan(history: History, { part, ...basis }: ProposeOptions = {}): Result<PlanProposal> {
  const wanted = planFor(history, part);
  if (!wanted.ok) return wanted;
  const template = templateOf[wanted.value.part];
  const base = planFromSequence(template, { affectedSide: wanted.value.side });
  if (!base.ok) return base;
  const against = { ...basis, history };
  const exits = rankedExits(checkContext(base.value, against), limbsOf(wanted.value));
  const begun = withChoices(headed(base.value, history, wanted.value, exits), exits);
  const { plan: mended, done } = repairPlan(begun, against);
  const plan = reasoned(mended, against);
  return ok({
    plan,
    for: wanted.value,
    template,
    exits,
    evidence: evidence.items.filter(({ id }) => planRules.evidenceOf[wanted.value.part]?.includes(id)),
    choices: choicesOf(plan, exits),
    changes: done,
    check: checkPlan(plan, against),
  });
}
