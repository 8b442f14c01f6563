import type { RunName } from "../body/moment.ts";
import type { Pairing } from "../body/shown-bodies.ts";
import { type FollowName, followed } from "../happens/follow.ts";
import type { Named } from "../run/named.ts";

/** How many virtual bodies are asked, and the seed they are drawn with: the same two give the same bodies. */
export interface BodiesAsked {
  readonly count: number;
  readonly seed: number;
}

/** The plan that is held against the next ones, with what it was rehearsed on. */
export interface KeptPlan {
  readonly plan: Named;
  readonly history: Named;
  readonly follow: FollowName;
}

/** What is looked at in a rehearsal. What is left out is as on a first visit. */
export interface WorkView {
  /** s after the session began. */
  readonly moment?: number;
  readonly run?: RunName;
  readonly pairing?: Pairing;
  readonly follow?: FollowName;
  readonly planA?: KeptPlan;
  /** Many bodies, where they were asked. */
  readonly bodies?: BodiesAsked;
}

/** More bodies than these are not asked because a file or a link says so. */
const mostBodies = 400;

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

/** A file by its name, with or without its text. */
export function namedOf(value: unknown): Named | undefined {
  const { file, text } = record(value);
  if (typeof file !== "string" || (text !== undefined && typeof text !== "string")) return undefined;
  return text === undefined ? { file } : { file, text };
}

function oneOf<T extends string>(value: unknown, names: readonly T[]): T | undefined {
  return names.find((name) => name === value);
}

const followOf = (value: unknown): FollowName | undefined => oneOf(value, Object.keys(followed) as FollowName[]);

function keptPlanOf(value: unknown): KeptPlan | undefined {
  const found = record(value);
  const [plan, history, follow] = [namedOf(found["plan"]), namedOf(found["history"]), followOf(found["follow"])];
  return plan === undefined || history === undefined || follow === undefined ? undefined : { plan, history, follow };
}

function bodiesOf(value: unknown): BodiesAsked | undefined {
  const { count, seed } = record(value);
  const whole = (n: unknown, least: number, most: number): n is number =>
    Number.isInteger(n) && (n as number) >= least && (n as number) <= most;
  if (!whole(count, 1, mostBodies) || !whole(seed, 0, 2 ** 32 - 1)) return undefined;
  return { count, seed };
}

/** What is looked at, from JSON; a part that says nothing we know is left out. */
export function viewOf(value: unknown): WorkView {
  const found = record(value);
  const moment = found["moment"];
  const parts = {
    moment: typeof moment === "number" && Number.isFinite(moment) ? moment : undefined,
    run: oneOf(found["run"], ["with", "without"] as const),
    pairing: oneOf(found["pairing"], ["runs", "plans"] as const),
    follow: followOf(found["follow"]),
    planA: keptPlanOf(found["planA"]),
    bodies: bodiesOf(found["bodies"]),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as WorkView;
}
