import { hour } from "@openlymph/base";
import { effectSettings } from "../library/effect-settings.ts";
import type { VolumeMethod } from "../library/error-model.ts";
import type { Series, Session } from "../series/series.ts";
import { type Quantity, type Value, valuesOf } from "../trend/quantity.ts";

/** A reading beside a session. */
export interface EpisodeReading {
  /** s from the end of the session; negative before it. */
  readonly offset: number;
  readonly value: number;
}

/** A session, or the moment of one that was left out on purpose, with the readings around it. */
export interface Episode {
  /** End of the session, s since 1970. */
  readonly end: number;
  readonly leftOut: boolean;
  /** Within which the schedule was drawn by lot. */
  readonly block?: number;
  readonly readings: readonly EpisodeReading[];
}

/** Readings by session, and what could not be used. */
export interface Episodes {
  /** Every session of the series, also those nobody measured around. */
  readonly all: readonly Episode[];
  /** Those with two readings or more, in the order of time. */
  readonly episodes: readonly Episode[];
  /** Ends of all sessions that took place, also of those nobody measured around, s since 1970. */
  readonly ends: readonly number[];
  /** Values during a session or too far from any. */
  readonly unused: number;
  /** Sessions and days without one that have fewer than two readings. */
  readonly unread: number;
}

const reachBefore = effectSettings.before_h * hour;
const reachAfter = effectSettings.after_h * hour;

/** End of a session, s since 1970. */
export function endOf({ at, duration }: Session): number {
  return at.seconds + duration;
}

/** The session a moment belongs to: the next one within six hours, else the last one within three days. */
function sessionOf(sessions: readonly Session[], time: number): number | undefined {
  const next = sessions.findIndex(({ at }) => at.seconds >= time);
  if (next >= 0 && sessions[next]!.at.seconds - time <= reachBefore) return next;
  const last = (next < 0 ? sessions.length : next) - 1;
  if (last < 0) return undefined;
  const since = time - endOf(sessions[last]!);
  return since > 0 && since <= reachAfter ? last : undefined;
}

/** Sorts values to the sessions they lie beside. */
export function sortValues(
  sessions: readonly Session[],
  values: readonly Pick<Value, "time" | "estimate">[],
): Episodes {
  const readings: EpisodeReading[][] = sessions.map(() => []);
  let unused = 0;
  for (const { time, estimate } of values) {
    const at = sessionOf(sessions, time);
    if (at === undefined) unused++;
    else readings[at]!.push({ offset: time - endOf(sessions[at]!), value: estimate.value });
  }
  const all = sessions.map((session, i): Episode => {
    const { leftOut, block } = session;
    return { end: endOf(session), leftOut, ...(block === undefined ? {} : { block }), readings: readings[i]! };
  });
  const episodes = all.filter((episode) => episode.readings.length > 1);
  return {
    all,
    episodes,
    ends: all.filter(({ leftOut }) => !leftOut).map(({ end }) => end),
    unused,
    unread: all.length - episodes.length,
  };
}

/** The readings of a quantity by session. */
export function episodesOf(series: Series, quantity: Quantity, method: VolumeMethod): Episodes {
  return sortValues(series.sessions, valuesOf(series, quantity, method));
}

/** Hours that were measured at, as clusters of offsets: their middles, s, in order. Readings an hour apart are told apart. */
export function slotsOf(episodes: readonly Episode[]): readonly number[] {
  const offsets = episodes.flatMap(({ readings }) => readings.map(({ offset }) => offset)).sort((a, b) => a - b);
  const clusters: number[][] = [];
  for (const offset of offsets) {
    const last = clusters.at(-1);
    // The session lies between: readings before and after it are never one slot.
    const apart =
      last === undefined || offset - last.at(-1)! >= effectSettings.slotGap_h * hour || offset > 0 !== last.at(-1)! > 0;
    if (apart) clusters.push([offset]);
    else last.push(offset);
  }
  return clusters.map((cluster) => cluster.reduce((sum, one) => sum + one, 0) / cluster.length);
}
