/** What a made-up person's phone would have sent: checks, sessions and ratings of some weeks, by a seeded stream. */
import {
  type AnyOperation,
  type Body,
  emptyHead,
  type Head,
  headOf,
  type Kind,
  nextOperation,
} from "@openlymph/record";
import { dailyLibrary } from "@openlymph/therapy";
import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import type { MadeUp, MadeUpPlan } from "./made-up.ts";

const day = 86_400_000;
const hour = 3_600_000;
const minutes = 60_000;
/** Strokes of the made-up sessions; the real number is that of the plan. */
const strokes = 240;

export interface HomeWeeks {
  readonly device: string;
  readonly person: string;
  readonly operations: readonly AnyOperation[];
}

const clamp = (value: number): number => Math.max(0, Math.min(10, Math.round(value)));

/** @param random uniform in [0, 1). */
export function homeWeeks(
  { home }: Pick<MadeUp, "home">,
  plan: MadeUpPlan,
  { now, random }: { readonly now: number; readonly random: () => number },
): HomeWeeks {
  const [device, person] = [uuidv4(), uuidv4()];
  const operations: AnyOperation[] = [];
  let head: Head = emptyHead;
  const write = <K extends Kind>(kind: K, body: Body<K>, at: number): string => {
    const id = uuidv7({ msecs: at });
    const happening = { id, person, device, at: new Date(at).toISOString(), kind, body };
    const operation = nextOperation(happening, head) as AnyOperation;
    head = headOf(operation);
    operations.push(operation);
    return id;
  };
  if (home === undefined) return { device, person, operations };
  const ids = dailyLibrary.dailyCheck.items.map(({ id }) => id);
  const check = (yes: string | undefined, at: number): string => {
    const answers = Object.fromEntries(ids.map((id) => [id, id === yes ? ("yes" as const) : ("no" as const)]));
    const locked = { action: "STOP_SAME_DAY", reasons: ["cellulitis", "dvt"], locks: true };
    const free = { action: "INFO", reasons: [], locks: false };
    return write("check/answered", { answers, rulesVersion: 1, ...(yes === undefined ? free : locked) }, at);
  };
  const last = now - (home.quiet ?? 0.3) * day;
  const evening = (at: number): number => Math.floor(at / day) * day + (17 + 3 * random()) * hour;
  const times: number[] = [];
  for (let at = now - home.daysAgo * day; at < last; at += home.every * day * (0.7 + 0.6 * random())) {
    const own = evening(at);
    // One a day; tonight's is still to come.
    if (own < last && own - (times.at(-1) ?? 0) > day / 2) times.push(own);
  }
  for (const [n, at] of times.entries()) {
    const session = uuidv4();
    const asked = check(undefined, at);
    write("session/begun", { session, plan: plan.plan, check: asked, strokes }, at + minutes);
    const whole = random() > 0.15;
    const done = whole ? strokes : Math.round(strokes * (0.4 + 0.5 * random()));
    const end = { session, how: whole ? "finished" : "stopped", at: done * 4, strokes: done } as const;
    write("session/ended", end, at + 18 * minutes);
    const more = n === times.length - 1 ? (home.worse ?? 0) : 0;
    const rated = (usual: number): number => clamp(usual - 0.04 * n + 1.6 * (random() - 0.5));
    const ratings = {
      heaviness: rated(home.heaviness),
      pain: clamp(rated(home.pain) + more),
      tightness: rated(home.tightness),
    };
    write("session/rated", { session, ...ratings }, at + 19 * minutes);
  }
  if (home.stopped !== undefined) check(home.stopped, now - 0.12 * day);
  return { device, person, operations };
}
