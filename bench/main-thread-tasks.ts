/** One event of a Chromium trace; times in µs. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** How long the thread in fact ran. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** What a task is made of; `waiting`: the thread had no processor. */
export const taskKinds = ["script", "layout", "paint", "garbage", "other", "waiting"] as const;
export type TaskKind = (typeof taskKinds)[number];

/** A task of a page's main thread, ms: how long it lasted, and what of that was what. */
export type TracedTask = Readonly<Record<TaskKind | "duration", number>>;

const kinds: readonly (readonly [RegExp, TaskKind])[] = [
  [/^V8\.GC|GCEvent|^MajorGC|^MinorGC|CppGC|BlinkGC/, "garbage"],
  [/Layout|Style|LayoutTree|PrePaint|CompositingInputs/i, "layout"],
  [/Paint|Canvas|Layer|Commit|commit|Raster|Decode|SVG/, "paint"],
  [
    /FunctionCall|AsyncTask|Microtask|FireAnimationFrame|TimerFire|Evaluate|Event|Serialized|ScriptedAnimations|Callbacks/,
    "script",
  ],
];
const kindOf = (name: string): TaskKind => kinds.find(([pattern]) => pattern.test(name))?.[1] ?? "other";

/** The thread that draws the page's pictures. */
function mainThread(events: readonly TraceEvent[]): TraceEvent | undefined {
  const drawing = new Set(
    events.filter(({ name }) => name === "FireAnimationFrame").map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return events.find(
    ({ name, args, pid, tid }) =>
      name === "thread_name" && args.name === "CrRendererMain" && drawing.has(`${pid} ${tid}`),
  );
}

/** All tasks of the page that draws, each split by what its time went into. An event's time is its own, without those in it. */
export function mainThreadTasks(events: readonly TraceEvent[]): readonly TracedTask[] {
  const thread = mainThread(events);
  if (thread === undefined) return [];
  const spans = events
    .filter(({ ph, pid, tid }) => ph === "X" && pid === thread.pid && tid === thread.tid)
    .map(({ name, ts, dur = 0, tdur = 0 }) => ({ name, ts, end: ts + dur, dur, ran: tdur }))
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const tasks: Record<TaskKind | "duration", number>[] = [];
  let end = 0;
  const open: typeof spans = [];
  for (const span of spans) {
    while (open.length > 0 && span.ts >= (open.at(-1)?.end ?? 0)) open.pop();
    if (span.ts >= end) {
      if (!span.name.endsWith("RunTask")) continue;
      end = span.end;
      const { dur, ran } = span;
      tasks.push({
        ...{ duration: dur / 1000, waiting: (dur - ran) / 1000 },
        ...{ script: 0, layout: 0, paint: 0, garbage: 0, other: 0 },
      });
    }
    const task = tasks.at(-1);
    if (task === undefined) continue;
    const outer = open.at(-1);
    task[kindOf(span.name)] += span.ran / 1000;
    if (outer !== undefined) task[kindOf(outer.name)] -= span.ran / 1000;
    open.push(span);
  }
  return tasks;
}
