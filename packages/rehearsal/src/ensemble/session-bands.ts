import { type Limb, limbs } from "@openlymph/anatomy";
import { mL } from "@openlymph/base";
import { outputColumn, type SweepRow } from "@openlymph/study";
import { type BodyPart, bodyParts, partTerritories, partVolume } from "../observe/body-part.ts";
import type { SessionStep } from "../session/session-step.ts";
import { sessionSteps } from "../session/session-steps.ts";
import { sessionStops } from "../session/session-stops.ts";
import { type Band, bandOf, countAbove } from "./bands.ts";
import { type EnsembleHead, ensembleHead } from "./ensemble-head.ts";
import { type Influence, influenceOf } from "./influence.ts";
import {
  type SessionManner,
  type SessionTask,
  sessionEnds,
  sessionManners,
  sessionPlace,
  sessionReportTimes,
  sessionSize,
  sessionTimes,
} from "./session.ts";

export const sessionBandsFormat = "openlymph/rehearsal-ensemble@1";

/**
 * Two plans are not told apart in a body below this: 0.01 mL, or a hundredth of what the larger of the two moves. The same plan
 * with its steps cut in halves, which is the same to the model, differs by less than a tenth of that (a test holds it), so that
 * what lies above is the plans' and not the solver's.
 */
export const leastDifference = { volume: 0.01 * mL, share: 0.01 } as const;

/** What a session takes out of a part of the body, against the same body without it: m³, positive for less fluid. */
export interface Moved {
  readonly plan: number;
  readonly manner: SessionManner;
  /** One band per time. */
  readonly moved: readonly Band[];
}

export interface PartSession {
  readonly part: BodyPart;
  /** When the sessions begin: m³ above health, and over the part's healthy volume. */
  readonly excess: Band;
  readonly excessShare: Band;
  readonly sessions: readonly Moved[];
}

/** The first plan against the second, in one part of the body. */
export interface Comparison {
  readonly part: BodyPart;
  readonly manner: SessionManner;
  /** At every reported time after the beginning: in how many bodies which plan moves more, or neither. */
  readonly at: readonly {
    readonly time: number;
    readonly firstMore: number;
    readonly secondMore: number;
    readonly noDifference: number;
    /** Moved by the first minus moved by the second, m³, over all bodies. */
    readonly difference: Band;
    /** The difference in every body, m³, by its number; NaN for one that failed. */
    readonly differences: Float64Array;
    /** Which moves more in every body: 1 the first, -1 the second, 0 neither or not known. */
    readonly verdicts: Int8Array;
  }[];
}

/** One session, or two beside each other, in virtual bodies. */
export interface SessionBands extends EnsembleHead {
  readonly plans: readonly {
    readonly title: string;
    /** s */
    readonly duration: number;
  }[];
  /** Why a session must not be done at all, whatever is computed. */
  readonly stops: readonly string[];
  /** s after the sessions began; the reported ones among them. */
  readonly times: readonly number[];
  readonly reportTimes: readonly number[];
  /** The part the sessions are about. */
  readonly main: BodyPart;
  readonly parts: readonly PartSession[];
  /** With vessels alone, and with hands that displace fluid; empty without a second plan. */
  readonly comparisons: readonly Comparison[];
  /** What matters most for what the first session moves in the end, without and with displacement. */
  readonly influence: readonly (Influence & { readonly manner: SessionManner })[];
  /** Bodies in which tissue left the range the model is meant for. */
  readonly outOfRange: Readonly<Record<SessionManner, number>>;
}

function movedIn(
  task: SessionTask,
  rows: readonly SweepRow[],
  run: { readonly plan: number; readonly manner: SessionManner },
  part: BodyPart,
  time: number,
): Float64Array {
  const without = outputColumn(rows, sessionPlace(task, undefined, part, time));
  return outputColumn(rows, sessionPlace(task, run, part, time)).map((value, n) => without[n]! - value);
}

/** The limb that the steps touch and that holds most in the median body; the most touched part where none is swollen. */
function mainPart(parts: readonly PartSession[], steps: readonly SessionStep[]): BodyPart {
  const touches = ({ part }: PartSession) => {
    const own = new Set(partTerritories(part));
    return steps.filter(({ territories }) => territories.some((id) => own.has(id))).length;
  };
  const touched = parts.filter((part) => touches(part) > 0);
  const isLimb = ({ part }: PartSession) => limbs.includes(part as Limb);
  const [swollen] = touched
    .filter((part) => isLimb(part) && part.excessShare.median > 0.001)
    .sort((a, b) => b.excessShare.median - a.excessShare.median);
  const [most] = [...touched].sort((a, b) => touches(b) - touches(a));
  return (swollen ?? most ?? parts[0])!.part;
}

function compared(task: SessionTask, rows: readonly SweepRow[], part: BodyPart, manner: SessionManner): Comparison {
  const times = sessionTimes(task);
  return {
    part,
    manner,
    at: sessionReportTimes(task)
      .slice(1)
      .map((time) => {
        const [first, second] = [0, 1].map((plan) => movedIn(task, rows, { plan, manner }, part, times.indexOf(time)));
        const differences = first!.map((value, n) => value - second![n]!);
        const least = first!.map((value, n) =>
          Math.max(leastDifference.volume, leastDifference.share * Math.max(Math.abs(value), Math.abs(second![n]!))),
        );
        const verdicts = Int8Array.from(differences, (value, n) =>
          Math.abs(value) > least[n]! ? Math.sign(value) : 0,
        );
        const firstMore = verdicts.filter((verdict) => verdict > 0).length;
        const secondMore = verdicts.filter((verdict) => verdict < 0).length;
        const present = differences.filter(Number.isFinite).length;
        return {
          time,
          firstMore,
          secondMore,
          noDifference: present - firstMore - secondMore,
          difference: bandOf(differences),
          differences,
          verdicts,
        };
      }),
  };
}

/** Bands over the rows of a session. */
export function sessionBands(task: SessionTask, rows: readonly SweepRow[]): SessionBands {
  const times = sessionTimes(task);
  const ends = sessionEnds(task);
  const parts = bodyParts.map((part): PartSession => {
    const excess = outputColumn(rows, sessionPlace(task, undefined, part, 0));
    return {
      part,
      excess: bandOf(excess),
      excessShare: bandOf(excess.map((value) => value / partVolume(part))),
      sessions: task.plans.flatMap((_, plan) =>
        sessionManners.map((manner) => ({
          plan,
          manner,
          moved: times.map((_, time) => bandOf(movedIn(task, rows, { plan, manner }, part, time))),
        })),
      ),
    };
  });
  const main = mainPart(
    parts,
    task.plans.flatMap((plan) => sessionSteps(plan)),
  );
  const last = times.length - 1;
  const size = sessionSize(task);
  return {
    ...ensembleHead(sessionBandsFormat, task, { plans: task.plans, duration: task.duration }, rows),
    plans: task.plans.map(({ title }, plan) => ({ title, duration: ends[plan]! })),
    stops: sessionStops(task.history, Math.max(...ends)),
    times,
    reportTimes: sessionReportTimes(task),
    main,
    parts,
    comparisons: task.plans.length < 2 ? [] : sessionManners.map((manner) => compared(task, rows, main, manner)),
    influence: sessionManners.flatMap((manner) => {
      const values = movedIn(task, rows, { plan: 0, manner }, main, last);
      const displacing = manner === "displacing";
      const found = influenceOf(task, rows, values, { of: "fluid moved in the end", displacing });
      return found === undefined ? [] : [{ ...found, manner }];
    }),
    outOfRange: {
      vessels: countAbove(outputColumn(rows, size - 2), 0),
      displacing: countAbove(outputColumn(rows, size - 1), 0),
    },
  };
}
