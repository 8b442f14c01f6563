/**
 * The worklist of a person as it was: computed again, by the same rules, from what had arrived by a moment. So a therapist
 * sees when something came up, how long it stood there, and what ended it.
 *
 * What of a phone was refused or cut is known for the present alone: rule `device` is not replayed. The rest is as it was at
 * the time, with one thing that was not known then: a record that was joined to this one later counts from its first entry.
 */
import { foldRecord, type Placed } from "../fold/record.ts";
import type { Author } from "../operation/clinic-kinds.ts";
import type { Kind } from "../operation/kinds.ts";
import { type AnyOperation, isKnown } from "../operation/operation.ts";
import { type HeardDevice, type WorklistItem, worklist } from "./worklist.ts";

/** An operation with when it was received, ms since 1970. */
export interface Received extends Placed {
  readonly received: number;
}

export interface ReplayedRecord {
  /** Whose record it is, as for `foldRecord`. */
  readonly of?: string;
  readonly operations: readonly Received[];
  readonly devices: readonly HeardDevice[];
}

/** Something that was on the list. */
export interface Spell {
  /** As it was said last. */
  readonly item: WorklistItem;
  /** ms since 1970. */
  readonly from: number;
  /** When it went; absent while it stands. */
  readonly until?: number;
  /** What took it off, where somebody did. */
  readonly by?: { readonly author?: Author; readonly what: string };
}

const dayLength = 86_400_000;

/** Kinds that any rule looks at; the others cannot change the list. */
const heeded: ReadonlySet<Kind> = new Set<Kind>([
  "check/answered",
  "check/cleared",
  "session/begun",
  "session/ended",
  "session/rated",
  "plan/kept",
  "plan/drafted",
  "plan/released",
  "plan/withdrawn",
  "person/described",
  "screening/kept",
  "alert/handled",
  "record/corrected",
]);

const isHeeded = ({ operation }: Placed): boolean => isKnown(operation) && heeded.has(operation.kind);

function devicesAt(devices: readonly HeardDevice[], at: number): readonly HeardDevice[] {
  return devices.flatMap(({ device, joined, revoked }) => {
    if (joined > at) return [];
    return [{ device, joined, refused: 0, ...(revoked !== undefined && revoked <= at ? { revoked } : {}) }];
  });
}

/** @param at ms since 1970. @returns what the list said then, the most urgent first. */
export function worklistAt({ operations, devices, of }: ReplayedRecord, at: number): readonly WorklistItem[] {
  const then = operations.filter((each) => each.received <= at && isHeeded(each));
  return worklist(foldRecord(then, of), devicesAt(devices, at), at);
}

/** What of the operations that arrived at a moment took this off the list. */
function endOf({ id }: WorklistItem, arrived: readonly AnyOperation[]): Spell["by"] {
  for (const operation of arrived.filter(isKnown)) {
    if (operation.kind === "alert/handled" && operation.body.item === id) {
      return { author: operation.body.by, what: operation.body.outcome };
    }
    if (operation.kind === "check/cleared" && id === `check-locked:${operation.body.check}`) {
      const { by, who } = operation.body;
      return { ...(by === undefined ? {} : { author: by }), what: who };
    }
  }
  return undefined;
}

/**
 * Everything that was on the list between two moments, the latest first.
 *
 * @param since ms since 1970; what stood there already then begins there.
 */
export function replayWorklist(record: ReplayedRecord, since: number, now: number): readonly Spell[] {
  const byMoment = new Map<number, AnyOperation[]>();
  for (const each of record.operations) {
    if (each.received < since || each.received > now || !isHeeded(each)) continue;
    byMoment.set(each.received, [...(byMoment.get(each.received) ?? []), each.operation]);
  }
  const joined = record.devices.map((device) => device.joined).filter((at) => at >= since && at <= now);
  // Some rules come up because time has passed: each day is looked at, too.
  const days = Array.from({ length: Math.ceil((now - since) / dayLength) }, (_, n) => since + n * dayLength);
  const moments = [...new Set([...byMoment.keys(), ...joined, ...days, now])].sort((a, b) => a - b);
  const standing = new Map<string, Spell>();
  const ended: Spell[] = [];
  for (const at of moments) {
    const items = new Map(worklistAt(record, at).map((item) => [item.id, item]));
    for (const [id, spell] of standing) {
      if (items.has(id)) continue;
      const by = endOf(spell.item, byMoment.get(at) ?? []);
      ended.push({ ...spell, until: at, ...(by === undefined ? {} : { by }) });
      standing.delete(id);
    }
    for (const [id, item] of items) standing.set(id, { item, from: standing.get(id)?.from ?? at });
  }
  return [...standing.values(), ...ended].sort((a, b) => b.from - a.from);
}
