/**
 * What needs a person, from the record alone: the same function on the server and on the page, so that a therapist can
 * replay why something is on the list. Each rule is one line of the table; its threshold stands beside it.
 *
 * | rule          | comes up when                                                             | urgency |
 * | ------------- | ------------------------------------------------------------------------- | ------- |
 * | check-locked  | a daily check stopped sessions and nobody has cleared it                  | now     |
 * | unwell        | a session was ended because the person felt unwell                        | now     |
 * | device        | the chain of a phone is not whole, or something of it was refused         | soon    |
 * | worse         | pain or heaviness of the last session is 3 or more above the usual of the five before | soon |
 * | no-plan       | a phone has joined and no plan is released                                | soon    |
 * | quiet         | a plan is released and no session was begun for 7 days                    | look    |
 * | no-screening  | nobody has screened the person                                            | look    |
 * | unreleased    | a version of the plan is newer than the one released                      | look    |
 *
 * Thresholds 3 and 7 are assumed, not taken from a study; nothing here says that a change means anything.
 */
import type { CareRecord } from "../fold/record.ts";
import { clears } from "./check-standing.ts";

export const urgencies = ["now", "soon", "look"] as const;
export type Urgency = (typeof urgencies)[number];

export const worklistRules = [
  "check-locked",
  "unwell",
  "device",
  "worse",
  "no-plan",
  "quiet",
  "no-screening",
  "unreleased",
] as const;
export type WorklistRule = (typeof worklistRules)[number];

export interface WorklistItem {
  /** Names it for good: handled under this id, it does not come up again. */
  readonly id: string;
  readonly rule: WorklistRule;
  readonly urgency: Urgency;
  /** Values that the rule's sentence names. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** When it came up, ms since 1970. */
  readonly since: number;
}

/** What the server knows of a person's phones beside the record. */
export interface HeardDevice {
  readonly device: string;
  readonly joined: number;
  readonly revoked?: number | undefined;
  readonly refused: number;
  readonly trouble?: string | undefined;
  readonly lastHeard?: number | undefined;
}

export const worseBy = 3;
export const quietDays = 7;
const usualOf = 5;
const dayLength = 86_400_000;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

function checkItems({ checks, clearances }: CareRecord): readonly WorklistItem[] {
  const open = checks.filter((check) => check.locks && !clearances.some((each) => clears(check, each)));
  return open.map(({ operation, at, action, reasons }) => ({
    id: `check-locked:${operation}`,
    rule: "check-locked",
    urgency: "now",
    facts: { action, reasons: reasons.join(", ") },
    since: Date.parse(at),
  }));
}

function unwellItems({ sessions }: CareRecord): readonly WorklistItem[] {
  const unwell = sessions.filter(({ ended }) => ended?.how === "unwell");
  return unwell.map(({ id, begunAt, ended }) => ({
    id: `unwell:${id}`,
    rule: "unwell",
    urgency: "now",
    facts: { why: ended?.why ?? "" },
    since: Date.parse(begunAt),
  }));
}

function deviceItems(devices: readonly HeardDevice[]): readonly WorklistItem[] {
  const troubled = devices.filter(({ refused, trouble }) => refused > 0 || trouble !== undefined);
  return troubled.map(({ device, refused, trouble = "refused", lastHeard = 0 }) => ({
    id: `device:${device}:${trouble}:${refused}`,
    rule: "device",
    urgency: "soon",
    facts: { trouble, refused },
    since: lastHeard,
  }));
}

function worseItems({ sessions }: CareRecord): readonly WorklistItem[] {
  const rated = sessions.filter(({ rated }) => rated !== undefined);
  const last = rated.at(-1);
  const before = rated.slice(0, -1).slice(-usualOf);
  if (last?.rated === undefined || before.length < usualOf) return [];
  const { rated: now } = last;
  const names = ["pain", "heaviness"] as const;
  return names.flatMap((name): readonly WorklistItem[] => {
    const usual = median(before.map(({ rated }) => rated?.[name] ?? 0));
    if (now[name] - usual < worseBy) return [];
    const facts = { symptom: name, value: now[name], usual };
    return [{ id: `worse:${last.id}:${name}`, rule: "worse", urgency: "soon", facts, since: Date.parse(last.begunAt) }];
  });
}

function planItems(record: CareRecord, devices: readonly HeardDevice[], now: number): readonly WorklistItem[] {
  const { releases, drafts, sessions, plan } = record;
  const joined = devices.filter(({ revoked }) => revoked === undefined);
  const first = joined[0];
  const items: WorklistItem[] = [];
  const released = plan?.source === "clinic" ? releases.at(-1) : undefined;
  if (released === undefined) {
    if (first !== undefined) {
      items.push({ id: `no-plan:${first.device}`, rule: "no-plan", urgency: "soon", facts: {}, since: first.joined });
    }
  } else {
    const begun = Math.max(Date.parse(released.at), ...sessions.map(({ begunAt }) => Date.parse(begunAt)));
    const days = Math.floor((now - begun) / dayLength);
    if (joined.length > 0 && days >= quietDays) {
      const since = begun + quietDays * dayLength;
      items.push({ id: `quiet:${begun}`, rule: "quiet", urgency: "look", facts: { days }, since });
    }
  }
  const draft = drafts.at(-1);
  if (draft !== undefined && releases.every(({ plan: each }) => each !== draft.plan)) {
    const facts = { title: draft.title, by: draft.by.name };
    items.push({
      id: `unreleased:${draft.operation}`,
      rule: "unreleased",
      urgency: "look",
      facts,
      since: Date.parse(draft.at),
    });
  }
  return items;
}

function screeningItems({ screenings, person }: CareRecord): readonly WorklistItem[] {
  if (screenings.length > 0 || person === undefined) return [];
  const since = Date.parse(person.at);
  return [{ id: `no-screening:${person.operation}`, rule: "no-screening", urgency: "look", facts: {}, since }];
}

/** @param now ms since 1970. @returns what is not handled yet: the most urgent first, and of these the oldest. */
export function worklist(record: CareRecord, devices: readonly HeardDevice[], now: number): readonly WorklistItem[] {
  const handled = new Set(record.handled.map(({ item }) => item));
  const all = [
    ...checkItems(record),
    ...unwellItems(record),
    ...deviceItems(devices),
    ...worseItems(record),
    ...planItems(record, devices, now),
    ...screeningItems(record),
  ];
  // A check that locks is not handled away: only its clearance takes it off the list.
  const open = all.filter(({ id, rule }) => rule === "check-locked" || !handled.has(id));
  return open.sort((a, b) => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) || a.since - b.since);
}
