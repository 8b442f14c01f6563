import { hour, ok, type Progress, type Result } from "@openlymph/base";
import { type Band, type BodyPart, priors, runEnsemble, sessionBands, usualPopulation } from "@openlymph/rehearsal";
import type { History, Plan } from "@openlymph/therapy";
import type { BodiesAsked } from "../studio/work-view.ts";

const named = 4;
/** Share of its healthy volume from which a part is told as swollen. */
const swollenFrom = 0.01;

/** A history and a plan in many virtual bodies, as the page shows it. Volumes in m³. */
export interface ManyBodies {
  readonly bodies: number;
  readonly failed: number;
  readonly part: BodyPart;
  /** Fluid above health when the session begins. */
  readonly excess: Band;
  /** The limb that is swollen most, where the session is about another part. */
  readonly swollen?: { readonly part: BodyPart; readonly excess: Band };
  /** Moved out of the part by the end of the session, and a day after. */
  readonly moved: readonly {
    readonly manner: "vessels" | "displacing";
    readonly atEnd: Band;
    readonly later: Band;
  }[];
  /** What the vessels alone changed in every part at `times` (s after the session began): negative for less fluid. */
  readonly change: {
    readonly times: readonly number[];
    readonly parts: readonly { readonly part: BodyPart; readonly bands: readonly Band[] }[];
  };
  /** Which unknowns put the bodies in their order, for what the vessels move; empty where it cannot be told. */
  readonly matters: readonly { readonly name: string; readonly share: number }[];
  readonly cautions: readonly string[];
}

/** The band of the same numbers with the other sign. */
function reversed(band: Band): Band {
  return { ...band, p5: -band.p95, p25: -band.p75, median: -band.median, p75: -band.p25, p95: -band.p5 };
}

/** Runs the session in virtual bodies that differ in all that is not known. */
export async function manyBodies(
  history: History,
  plan: Plan,
  { count, seed }: BodiesAsked,
  report: (progress: Progress) => void,
): Promise<Result<ManyBodies>> {
  const task = {
    kind: "session",
    history,
    draw: { seed, population: usualPopulation, parameters: {} },
    plans: [plan],
    duration: 24 * hour,
  } as const;
  const rows = await runEnsemble(task, { members: count, concurrency: 1, context: { report } });
  if (!rows.ok) return rows;
  const bands = sessionBands(task, rows.value);
  const part = bands.parts.find((one) => one.part === bands.main)!;
  const [most] = bands.parts.toSorted((a, b) => b.excessShare.median - a.excessShare.median);
  const other =
    most !== undefined && most.part !== bands.main && most.excessShare.median > swollenFrom ? most : undefined;
  const end = bands.times.indexOf(bands.plans[0]!.duration);
  const change = bands.parts.map((one) => {
    const { moved } = one.sessions.find(({ manner }) => manner === "vessels")!;
    return { part: one.part, bands: moved.map(reversed) };
  });
  const influence = bands.influence.find(({ manner }) => manner === "vessels");
  return ok({
    bodies: bands.bodies,
    failed: bands.failed.length,
    part: bands.main,
    excess: part.excess,
    ...(other === undefined ? {} : { swollen: { part: other.part, excess: other.excess } }),
    moved: part.sessions.map(({ manner, moved }) => ({ manner, atEnd: moved[end]!, later: moved.at(-1)! })),
    change: { times: bands.times, parts: change },
    matters: (influence?.shares ?? []).slice(0, named).map(({ parameter, share }) => ({
      name: priors.find(({ id }) => id === parameter)?.label ?? parameter,
      share,
    })),
    cautions: influence?.cautions ?? [],
  });
}
