/** What a therapist enters beside the answers: places, clearances and infections. Pure, on the screening as it is kept. */
import { day } from "@openlymph/base";
import {
  type Action,
  contraindicationLibrary,
  contraindications,
  dateSeconds,
  type Episode,
  type Lifting,
  parseScreening,
  type Scope,
  type Screening,
  screeningOf,
} from "@openlymph/therapy";

const { places, restart, engineRules } = contraindicationLibrary;

/** How long a clearance holds that names no last day, days. */
export const usualDays = engineRules.clearance.defaultDays;

/**
 * What a new screening begins with: no answers, but the places and infections of the last one, and the clearances that
 * have not ended.
 */
export function beginScreening(last: string | undefined, now: number): Screening {
  const read = last === undefined ? undefined : parseScreening(last, "screening.yaml");
  if (read?.ok !== true) return screeningOf({});
  const { where, clearances, overrides, episodes } = read.value;
  const holding = (liftings: readonly Lifting[]) => liftings.filter(({ until }) => until > now);
  return { answers: {}, where, clearances: holding(clearances), overrides: holding(overrides), episodes };
}

/** The restart rule of a question about an infection. */
export const restartOf = (id: string) => restart.find(({ rule }) => rule === id);

interface Question {
  /** Id of a rule or of its second question. */
  readonly id: string;
  readonly action: Action;
}

export interface Beside {
  /** It leaves out a place of the person that has to be named. */
  readonly place: boolean;
  /** It asks a clinician first. Never an emergency. */
  readonly clearance: boolean;
  readonly infection: boolean;
}

const ofPerson = new Set(
  contraindications
    .filter(({ avoidRegions }) => avoidRegions?.some((place) => places[place]?.ofThePerson === true))
    .map(({ id }) => id),
);

/** What may be entered beside a question, by what was answered so far. */
export function askedBeside({ id, action }: Question, { answers, episodes }: Screening): Beside {
  const infection = restartOf(id);
  const asksFirst = action === "STOP_SAME_DAY" || action === "HOLD_CLEARANCE";
  const ill = infection?.clearance === true && episodes.some(({ rule }) => rule === id);
  const set = answers[id] === "yes" || answers[id] === "unknown" || ill;
  return {
    place: ofPerson.has(id) && answers[id] === "yes",
    clearance: asksFirst && set,
    infection: infection !== undefined,
  };
}

/** The screening with a place more of a rule; the same place stands once. */
export function withPlace(screening: Screening, rule: string, place: Scope): Screening {
  const before = (screening.where[rule] ?? []).filter(
    ({ region, side }) => region !== place.region || side !== place.side,
  );
  return { ...screening, where: { ...screening.where, [rule]: [...before, place] } };
}

export function withoutPlace(screening: Screening, rule: string, place: Scope): Screening {
  const { [rule]: all = [], ...others } = screening.where;
  const left = all.filter((each) => each !== place);
  return { ...screening, where: left.length === 0 ? others : { ...others, [rule]: left } };
}

/** A clearance as a form holds it. */
export interface ClearanceForm {
  readonly name: string;
  readonly role: string;
  /** Days such as `2026-11-22`; the last day may be empty. */
  readonly date: string;
  readonly until: string;
  readonly text: string;
}

export function clearanceOf(rule: string, form: ClearanceForm, recordedBy: string): Lifting {
  const date = dateSeconds(form.date) ?? 0;
  const last = dateSeconds(form.until);
  return {
    rules: [rule],
    name: form.name.trim(),
    role: form.role,
    date,
    until: last === undefined ? date + usualDays * day : last + day,
    text: form.text.trim(),
    recordedBy,
  };
}

/** The screening with a clearance, in the place of another where one is changed. */
export function withClearance(screening: Screening, given: Lifting, before?: Lifting): Screening {
  const { clearances } = screening;
  const changed = clearances.map((each) => (each === before ? given : each));
  return { ...screening, clearances: before === undefined ? [...clearances, given] : changed };
}

/** Takes one rule out of a clearance; one that names no other goes. */
export function withoutClearance(screening: Screening, rule: string, given: Lifting): Screening {
  const clearances = screening.clearances.flatMap((each) => {
    const rules = each === given ? each.rules.filter((id) => id !== rule) : each.rules;
    return rules.length === 0 ? [] : [{ ...each, rules }];
  });
  return { ...screening, clearances };
}

/** The screening with an infection, in the place of another where one is changed. */
export function withInfection(screening: Screening, given: Episode, before?: Episode): Screening {
  const { episodes } = screening;
  const changed = episodes.map((each) => (each === before ? given : each));
  return { ...screening, episodes: before === undefined ? [...episodes, given] : changed };
}

export function withoutInfection(screening: Screening, given: Episode): Screening {
  return { ...screening, episodes: screening.episodes.filter((each) => each !== given) };
}
