import {
  type Action,
  type Contraindication,
  contraindicationLibrary,
  contraindicationsById,
  type Escalation,
  mostSevere,
  severity,
} from "../library/contraindication.ts";
import type { Facts } from "./facts.ts";
import type { JudgedLifting } from "./lifting.ts";
import { listsSay } from "./lists-say.ts";
import type { Reason, SourceText } from "./outcome.ts";
import type { ScreeningSettings } from "./screening-settings.ts";

/** Source keys with the text they stand for. */
export function sourceTexts(keys: readonly string[]): readonly SourceText[] {
  return keys.map((key) => ({ key, citation: contraindicationLibrary.sources[key] ?? key }));
}

/** What is left of a rule once it was lifted: a stop or hold keeps its regions and limits. */
function leftOver({ action, avoidRegions, modify }: Contraindication): Action {
  if (severity(action) > severity("HOLD_CLEARANCE")) return "INFO";
  if (avoidRegions !== undefined) return "AVOID_REGION";
  return modify === undefined ? "INFO" : "MODIFY";
}

/** A rule that the answers set off, with what was lifted of it. */
export interface SetOff {
  readonly rule: Contraindication;
  readonly reason: Reason;
  /** Its regions and limits hold. */
  readonly regional: boolean;
}

/** The reason of one rule. */
export function setOff(
  rule: Contraindication,
  because: readonly string[],
  facts: Facts,
  liftings: readonly JudgedLifting[],
  { reviews }: ScreeningSettings,
): SetOff {
  const counting = (id: string | undefined) => liftings.filter((one) => one.rule === id && one.counts);
  const lifted = counting(rule.id);
  const second = rule.followUp !== undefined && facts.followUps.has(rule.followUp.id) ? rule.followUp : undefined;
  const secondLifted = counting(second?.id);
  const full = mostSevere([rule.action, second?.action ?? "INFO"]);
  const now = mostSevere([
    lifted.length > 0 ? leftOver(rule) : rule.action,
    second === undefined || secondLifted.length > 0 ? "INFO" : second.action,
  ]);
  const own = liftings.filter((one) => one.rule === rule.id || (second !== undefined && one.rule === second.id));
  const review = reviews[rule.id];
  const lists = listsSay(rule.id);
  const { sayTherapist, resumeRule, disagreement } = rule;
  return {
    rule,
    regional: lifted.length === 0 || severity(rule.action) <= severity("HOLD_CLEARANCE"),
    reason: {
      rule: rule.id,
      label: rule.label,
      action: now,
      ruleAction: full,
      because: [...because, ...own.map(({ words }) => words)].join("; "),
      sayPatient: second === undefined ? rule.sayPatient : `${second.sayPatient} ${rule.sayPatient}`,
      ...(sayTherapist === undefined ? {} : { sayTherapist }),
      ...(resumeRule === undefined ? {} : { resumeRule }),
      ...(disagreement === undefined ? {} : { disagreement }),
      sources: sourceTexts([...new Set([...rule.sources, ...(second?.sources ?? [])])]),
      evidence: rule.evidence,
      reviewStatus: review?.status ?? rule.reviewStatus,
      ...(review === undefined ? {} : { review }),
      ...(lists === undefined ? {} : { lists }),
    },
  };
}

/** The reason of an escalation whose facts are all there, each by an answer of its own. Nothing lifts it. */
export function escalationReason(escalation: Escalation, facts: Facts): Reason | undefined {
  const there = (id: string) => facts.because.has(id) || facts.dailySigns.has(id);
  const met = escalation.if.map((group) => group.find(there));
  const ids = met.filter((id) => id !== undefined);
  if (ids.length < escalation.if.length) return undefined;
  const words = ids.map((id) => {
    const sign = contraindicationLibrary.dailyCheck.items.find((item) => item.id === id);
    const because = facts.because.get(id);
    return because?.join("; ") ?? `yes to daily question ${id} "${sign?.question ?? id}"`;
  });
  if (new Set(words).size < 2) return undefined;
  const labels = ids.map((id) => contraindicationsById.get(id)?.label ?? `daily question ${id}`);
  return {
    rule: ids.join("+"),
    label: escalation.label,
    action: escalation.then,
    ruleAction: escalation.then,
    because: [...new Set(words)].join(", and "),
    sayPatient: escalation.sayPatient,
    sayTherapist: `Together an emergency: ${labels.join(" + ")}.`,
    sources: sourceTexts(escalation.sources),
    evidence: escalation.evidence,
    reviewStatus: "draft",
  };
}
