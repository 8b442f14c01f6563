import { contraindicationLibrary, contraindications } from "../library/contraindication.ts";
import { episodeOf, lacksBeforeRestart, restartRuleOf } from "./restart.ts";
import type { Lifting, Screening } from "./screening.ts";

export type LiftingKind = "clearance" | "override";

/** One rule of one clearance or override, and whether it counts now. */
export interface JudgedLifting {
  readonly kind: LiftingKind;
  readonly rule: string;
  readonly given: Lifting;
  readonly counts: boolean;
  /** Why it does not count. */
  readonly not?: string;
  /** Who, in which role, when, until when; and why it does not count. */
  readonly words: string;
}

const { clinicians, professionals } = contraindicationLibrary.engineRules.clearance;

/** Whose word counts for each kind. */
export const liftingRoles: Readonly<Record<LiftingKind, readonly string[]>> = {
  clearance: clinicians,
  override: professionals,
};

/** Rules and second questions that nobody can lift. */
export const emergencyRules: ReadonlySet<string> = new Set(
  contraindications.flatMap(({ id, action, followUp }) => [
    ...(action === "EMERGENCY" ? [id] : []),
    ...(followUp?.action === "EMERGENCY" ? [followUp.id] : []),
  ]),
);

/** Ids that a clearance or an override can name. */
export const liftableRules: ReadonlySet<string> = new Set(
  contraindications
    .flatMap(({ id, followUp }) => (followUp === undefined ? [id] : [id, followUp.id]))
    .filter((id) => !emergencyRules.has(id)),
);

/** `2026-11-22` */
export function dayText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function whyNot(kind: LiftingKind, rule: string, given: Lifting, screening: Screening, at: number): string | undefined {
  if (!liftableRules.has(rule)) return "an emergency cannot be lifted";
  if (!liftingRoles[kind].includes(given.role)) return `a ${kind} needs one of: ${liftingRoles[kind].join(", ")}`;
  if (at < given.date) return "it begins later";
  if (at >= given.until) return "it has ended";
  const restart = kind === "clearance" ? restartRuleOf(rule) : undefined;
  if (restart === undefined) return undefined;
  const episode = episodeOf(screening, rule);
  if (episode !== undefined && given.date < episode.began) return "it was given before the infection";
  const lacks = lacksBeforeRestart(restart, episode, at);
  return lacks.length === 0 ? undefined : lacks.join("; ");
}

function judged(kind: LiftingKind, rule: string, given: Lifting, screening: Screening, at: number): JudgedLifting {
  const not = whyNot(kind, rule, given, screening, at);
  const verb = kind === "clearance" ? "cleared" : "overridden";
  const who = `${verb} by ${given.name}, ${given.role}, on ${dayText(given.date)} until ${dayText(given.until - 1)}`;
  const words = `${who}: "${given.text.replace(/\.$/, "")}"`;
  return {
    kind,
    rule,
    given,
    counts: not === undefined,
    ...(not === undefined ? {} : { not }),
    words: not === undefined ? words : `${words}; not counted: ${not}`,
  };
}

/** Every clearance and override by rule, with whether it counts at a moment (seconds since 1970). */
export function judgeLiftings(screening: Screening, at: number): readonly JudgedLifting[] {
  const all = (kind: LiftingKind, liftings: readonly Lifting[]) =>
    liftings.flatMap((given) => given.rules.map((rule) => judged(kind, rule, given, screening, at)));
  return [...all("clearance", screening.clearances), ...all("override", screening.overrides)];
}
