/**
 * The session that is played, without screen, sound or store: which stroke is due at which moment, and what is to be
 * written down.
 *
 *   lead (move to the place, settle) → stroke → stroke → … → lead at the next place → …
 *
 * Every moment is computed from the moment at which the part under way began, never by counting ticks, so nothing drifts.
 * Time is handed in as seconds of a clock that never jumps; what the calendar says does not matter.
 *
 * | symbol     | value | meaning                                                             | source    |
 * | ---------- | ----- | ------------------------------------------------------------------- | --------- |
 * | longestGap | 2 s   | nothing heard of the clock for longer: nobody was guided, so it pauses | *assumed* |
 * | resumeLead | 3 s   | time to lay the hand on again after a pause                          | *assumed* |
 *
 * Where a whole stroke fell between two ticks, nobody was guided through it either: that too is a pause.
 */
import type { Body, PauseReason, SkipReason } from "@openlymph/record";
import type { PlannedStroke } from "@openlymph/therapy";

export const longestGap = 2;
export const resumeLead = 3;

type SessionKind = "session/stroke" | "session/paused" | "session/resumed" | "session/skipped" | "session/back";

/** What is to be written down, without the id of the session. */
export type Event = {
  readonly [K in SessionKind]: { readonly kind: K; readonly body: Omit<Body<K>, "session"> };
}[SessionKind];

export interface Player {
  readonly status: "playing" | "paused" | "over";
  /** Number of the stroke that is due, one past the last at the end. */
  readonly stroke: number;
  readonly part: "lead" | "stroke";
  /** How long the lead under way lasts, s. */
  readonly lead: number;
  /** Moment of the clock at which the part under way began by the plan, and at which it was first shown. */
  readonly began: number;
  readonly shown: number;
  /** Session time, pauses left out, at `began`; in a pause, now. */
  readonly time: number;
  /** Moment of the last tick. */
  readonly seen: number;
}

export interface Played {
  readonly player: Player;
  readonly events: readonly Event[];
}

const strokeAt = (list: readonly PlannedStroke[], stroke: number): PlannedStroke | undefined => list[stroke - 1];

/** A session at one of its strokes, standing still. `time`: s already played. */
export function standingAt(list: readonly PlannedStroke[], stroke: number, time: number): Player {
  const over = strokeAt(list, stroke) === undefined;
  return { status: over ? "over" : "paused", stroke, part: "lead", lead: 0, began: 0, shown: 0, time, seen: 0 };
}

/** Begins, or goes on: time to lay the hand on, then the stroke from its beginning. */
export function play(player: Player, list: readonly PlannedStroke[], now: number, first = false): Played {
  const due = strokeAt(list, player.stroke);
  if (player.status !== "paused" || due === undefined) return { player, events: [] };
  const lead = Math.max(resumeLead, due.lead);
  const moved = { ...player, status: "playing", part: "lead", lead, began: now, shown: now, seen: now } as const;
  const resumed: Event = { kind: "session/resumed", body: { stroke: player.stroke, at: player.time } };
  return { player: moved, events: first ? [] : [resumed] };
}

function stood(player: Player, at: number): Player {
  const time = player.time + Math.max(0, at - player.began);
  return { ...player, status: "paused", part: "lead", lead: 0, time };
}

/** Stands still from a moment on; the stroke under way will begin again. */
export function pause(player: Player, at: number, why: PauseReason = "person"): Played {
  if (player.status !== "playing") return { player, events: [] };
  const after = stood(player, at);
  return { player: after, events: [{ kind: "session/paused", body: { stroke: after.stroke, at: after.time, why } }] };
}

/** The part after the one that has just ended, beginning when that one ended by the plan. */
function next(player: Player, list: readonly PlannedStroke[], end: number, now: number): Player {
  const time = player.time + (end - player.began);
  if (player.part === "lead") return { ...player, part: "stroke", began: end, shown: now, time };
  const stroke = player.stroke + 1;
  const due = strokeAt(list, stroke);
  if (due === undefined) return { ...player, status: "over", stroke, began: end, shown: now, time };
  const part = due.lead > 0 ? "lead" : "stroke";
  return { ...player, stroke, part, lead: due.lead, began: end, shown: now, time };
}

function done(player: Player, due: PlannedStroke, now: number): Event {
  const { stroke, step, position, repetition, lasts } = due;
  const began = player.time + (player.shown - player.began);
  const lasted = now - player.shown;
  return { kind: "session/stroke", body: { stroke, step, position, repetition, began, planned: lasts, lasted } };
}

/** The session at a moment. To be called several times a second. */
export function tick(player: Player, list: readonly PlannedStroke[], now: number): Played {
  if (player.status !== "playing") return { player, events: [] };
  if (now - player.seen > longestGap) return pause(player, player.seen, "asleep");
  const events: Event[] = [];
  let at = player;
  for (;;) {
    const due = strokeAt(list, at.stroke);
    const end = at.began + (at.part === "lead" ? at.lead : (due?.lasts ?? 0));
    if (due === undefined || at.status !== "playing" || now < end) break;
    if (at.part === "stroke") {
      if (at.began > player.seen) {
        const still = pause(at, at.began, "asleep");
        return { player: still.player, events: [...events, ...still.events] };
      }
      events.push(done(at, due, now));
    }
    at = next(at, list, end, now);
  }
  return { player: { ...at, seen: now }, events };
}

/** Goes to another stroke and stands or plays on from there, with time to lay the hand on. */
function moved(player: Player, list: readonly PlannedStroke[], stroke: number, now: number): Player {
  const still = player.status === "playing" ? stood(player, now) : player;
  const there: Player = { ...still, stroke, status: strokeAt(list, stroke) === undefined ? "over" : "paused" };
  return player.status === "playing" ? play(there, list, now, true).player : there;
}

/** Leaves out the rest of the step. */
export function skip(player: Player, list: readonly PlannedStroke[], now: number, why: SkipReason): Played {
  const due = strokeAt(list, player.stroke);
  if (due === undefined) return { player, events: [] };
  const later = list.findIndex(({ step }) => step > due.step);
  const to = later < 0 ? list.length + 1 : later + 1;
  const event: Event = { kind: "session/skipped", body: { from: player.stroke, to, step: due.step, why } };
  return { player: moved(player, list, to, now), events: [event] };
}

/** To the beginning of the step, or of the one before where this one has not begun. */
export function back(player: Player, list: readonly PlannedStroke[], now: number): Played {
  const due = strokeAt(list, player.stroke);
  const step = due?.step ?? (list.at(-1)?.step ?? 0) + 1;
  const firstOf = (wanted: number): number => list.findIndex((each) => each.step === wanted) + 1;
  const own = firstOf(step);
  const to = own > 0 && player.stroke > own ? own : Math.max(1, firstOf(step - 1));
  if (to === player.stroke) return { player, events: [] };
  return {
    player: moved(player, list, to, now),
    events: [{ kind: "session/back", body: { from: player.stroke, to } }],
  };
}

/** Where in its part the session is: share of the lead or stroke that has passed, 0 to 1. */
export function progress(player: Player, list: readonly PlannedStroke[], now: number): number {
  if (player.status !== "playing") return 0;
  const lasts = player.part === "lead" ? player.lead : (strokeAt(list, player.stroke)?.lasts ?? 1);
  return Math.min(1, Math.max(0, (now - player.began) / lasts));
}
