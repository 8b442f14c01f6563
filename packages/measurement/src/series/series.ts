import type { Limb } from "../library/protocol.ts";
import type { IslStage } from "../library/staging.ts";
import type { TapeGeometry } from "../volume/tape-volume.ts";
import type { Moment } from "./moment.ts";

export const measurementsFormat = "openlymph/measurements@1";

export const sides = ["left", "right"] as const;
export type Side = (typeof sides)[number];
export const otherSide: Readonly<Record<Side, Side>> = { left: "right", right: "left" };

/** Something known of one side or both. */
export type BySide<T> = Readonly<Partial<Record<Side, T>>>;

/** Where the tape lay, the same for every measurement of a series. */
export interface SeriesProtocol extends TapeGeometry {
  /** Id of the library, or `own`. */
  readonly id: string;
  readonly name: string;
  /** Where the first mark lies, in words. */
  readonly start: string;
}

/** What was measured on one occasion. Lengths in m, volumes in m³, weight in kg. */
export interface Measurement {
  /** Not known of a plain table. */
  readonly at?: Moment;
  /** A letter or short word, never a name; `self` for the person. */
  readonly rater?: string;
  readonly baseline: boolean;
  readonly circumferences: BySide<readonly number[]>;
  /** Readings that were taken again and stand, as `left 5`. */
  readonly confirmed: readonly string[];
  /** Figure of eight around hand or foot. */
  readonly endPart: BySide<number>;
  readonly weight?: number;
  readonly stage: BySide<IslStage>;
  readonly pitting: BySide<boolean>;
  readonly water: BySide<number>;
  readonly perometer: BySide<number>;
  /** As the device gave it. */
  readonly lDex?: number;
  /** Tissue dielectric constant as the device gave it. */
  readonly tissueDielectric: BySide<number>;
  /** 0 to 10 by label. */
  readonly symptoms: Readonly<Record<string, number>>;
  /** Answers of scales by their id. */
  readonly scales: Readonly<Record<string, readonly number[]>>;
  /** Licensed scores as numbers that their holder worked out. */
  readonly scores: Readonly<Record<string, number>>;
}

/** A session of drainage, or the moment of one that was left out on purpose. */
export interface Session {
  /** When it began, or would have. */
  readonly at: Moment;
  /** s; 0 where nobody wrote it down: `at` is then taken for its end. */
  readonly duration: number;
  readonly leftOut: boolean;
  /** Sessions of one block were held or left out by lot. */
  readonly block?: number;
}

/** Measurements of one limb and its other side, in the order of time. Names nobody. */
export interface Series {
  readonly title: string;
  readonly about?: string;
  readonly limb: Limb;
  /** Not known of a plain table. */
  readonly affected?: Side | "both";
  readonly dominant?: Side;
  readonly protocol: SeriesProtocol;
  readonly measurements: readonly Measurement[];
  /** In the order of time. */
  readonly sessions: readonly Session[];
  /** The person agreed that their numbers, without name and dates, go into pooled analyses. */
  readonly consentToPooling: boolean;
}

/** A series that says nothing of sessions. */
export const noSessions = { sessions: [], consentToPooling: false } as const;

/** A measurement of which nothing is known yet. */
export const emptyMeasurement: Measurement = {
  baseline: false,
  circumferences: {},
  confirmed: [],
  endPart: {},
  stage: {},
  pitting: {},
  water: {},
  perometer: {},
  tissueDielectric: {},
  symptoms: {},
  scales: {},
  scores: {},
};

/** Something for each side it is known of. */
export function mapSides<T, U>(known: BySide<T>, map: (value: T, side: Side) => U): BySide<U> {
  const entries = sides.flatMap((side) => {
    const value = known[side];
    return value === undefined ? [] : [[side, map(value, side)] as const];
  });
  return Object.fromEntries(entries);
}
