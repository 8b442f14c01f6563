/**
 * The resolved engine beside SUNDIALS CVODE, in one run: ours, CVODE, ours, CVODE …, so that a busy machine is busy for
 * both. Every method climbs a ladder of tolerances; errors are distances from reference.json; times are compared at equal
 * error. Words choose cases: `npm run bench -- resolved chain-10`.
 *
 * One turn runs a case often enough in one process that the best of its times means something; the best of all
 * rounds counts, for both: whatever else the machine does only adds time, and it adds a third or more for seconds on end. A ladder ends where its next rung would take too long, and says so.
 */
import { secondsToReach } from "./equal-error.ts";
import { type BenchCase, benchmarkFamily } from "./network-family.ts";
import { caseTable } from "./page-resolved.ts";
import { errorOf, readReferences } from "./reference.ts";
import { type CaseResult, type EqualError, keepSection, type Measure, type Rung, type Solver } from "./results.ts";
import type { Run } from "./run.ts";
import { buildCvode, type CvodeMethod, howBuilt, runCvode } from "./run-cvode.ts";
import { methodsFor, runOurs } from "./run-ours.ts";

const tolerances = [1e-3, 1e-4, 1e-5, 1e-6, 1e-7];
/** Of a chain that snaps through, from one tolerance to the next (*computed*: human-20 and human-40, both solvers). */
const scatter = 2e-3;
const levels: readonly (readonly [Measure, number])[] = [
  ["outflow", 1e-2],
  ["outflow", 1e-5],
  ["volume", 1e-3],
  ["volume", 1e-4],
  ["volume", 1e-5],
];
/** Longest single run, time for all rounds of a case after the first, and time of one turn, s. */
const longestRun = 3;
const caseBudget = 20;
const turn = 0.05;
const mostRounds = 8;

interface Contender {
  readonly solver: Solver;
  readonly method: string;
  readonly solve: (tolerance: number, repeats: number) => Promise<Run>;
}

interface Climb extends Contender {
  readonly seen: Map<number, { run: Run; times: number[] }>;
  left?: string;
}

function contendersFor(item: BenchCase, program: string | undefined): readonly Contender[] {
  const ours = methodsFor(item).map(
    (method): Contender => ({
      solver: "ours",
      method,
      solve: async (tolerance, repeats) => runOurs(item, { method, tolerance, repeats }),
    }),
  );
  if (program === undefined) return ours;
  const names: readonly CvodeMethod[] = item.kind === "mild" ? ["bdf", "adams"] : ["bdf"];
  const theirs = names.map(
    (method): Contender => ({
      solver: "cvode",
      method,
      solve: (tolerance, repeats) => runCvode(program, item, { method, tolerance, repeats }),
    }),
  );
  return Array.from({ length: Math.max(ours.length, theirs.length) }, (_, i) => [ours[i], theirs[i]])
    .flat()
    .filter((contender) => contender !== undefined);
}

const repeatsFor = (seconds: number) => Math.min(10, Math.max(1, Math.ceil(turn / seconds)));

/** First round: which rungs there are, what they cost, how far off they are. */
async function climbAll(climbs: readonly Climb[]): Promise<void> {
  for (const [i, tolerance] of tolerances.entries()) {
    for (const climb of climbs) {
      const last = climb.seen.get(tolerances[i - 1] ?? 0)?.run.seconds ?? 0;
      const before = climb.seen.get(tolerances[i - 2] ?? 0)?.run.seconds ?? last / 2;
      const predicted = last * Math.min(4, Math.max(1, last / before));
      if (climb.left?.startsWith("from") || (last > 0 && predicted > longestRun)) {
        climb.left ??= `from ${tolerance} on over ${longestRun} s a run`;
        continue;
      }
      try {
        const run = await climb.solve(tolerance, repeatsFor(last || turn));
        climb.seen.set(tolerance, { run, times: [run.seconds] });
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        climb.left = `${climb.left === undefined ? "" : `${climb.left}, `}${tolerance} failed: ${shortly(error)}`;
      }
    }
  }
}

function shortly(error: Error): string {
  return (
    error.message
      .replace(/^.*expected a solution/, "no solution")
      .split(/\.\s|\n/)[0]
      ?.slice(0, 160) ?? ""
  );
}

async function repeatAll(climbs: readonly Climb[]): Promise<void> {
  const costOf = ({ run }: { run: Run }) => Math.max(turn, run.seconds);
  const round = climbs.flatMap(({ seen }) => [...seen.values()]).reduce((sum, rung) => sum + costOf(rung), 0);
  const rounds = Math.min(mostRounds - 1, Math.floor(caseBudget / round));
  for (let n = 0; n < rounds; n++) {
    for (const tolerance of tolerances) {
      for (const { seen, solve } of climbs) {
        const rung = seen.get(tolerance);
        if (rung !== undefined) rung.times.push((await solve(tolerance, repeatsFor(rung.run.seconds))).seconds);
      }
    }
  }
}

function rungsOf(item: BenchCase, { solver, method, seen }: Climb): readonly Rung[] {
  const reference = readReferences()[item.id];
  if (reference === undefined) throw new Error(`reference.json lacks ${item.id}: npm run bench -- make-reference`);
  return [...seen].map(([tolerance, { run, times }]) => {
    const { outflow, volume } = errorOf(run, reference);
    const seconds = Math.min(...times);
    return {
      solver,
      method,
      tolerance,
      outflowError: outflow,
      volumeError: volume,
      seconds,
      rounds: times.length,
      steps: run.steps,
      refused: run.refused,
      evaluations: run.evaluations,
      nanoseconds: (1e9 * seconds) / run.evaluations / item.lymphangions,
    };
  });
}

function bestAt(rungs: readonly Rung[], solver: Solver, measure: Measure, level: number): EqualError["ours"] {
  const own = rungs.filter((rung) => rung.solver === solver);
  const reached = [...new Set(own.map(({ method }) => method))].flatMap((method) => {
    const ladder = own.filter((rung) => rung.method === method);
    const points = ladder.map((rung) => ({
      error: measure === "outflow" ? rung.outflowError : rung.volumeError,
      seconds: rung.seconds,
    }));
    const reach = secondsToReach(points, level);
    return reach === undefined ? [] : [{ method, ...reach }];
  });
  return reached.toSorted((a, b) => a.seconds - b.seconds)[0];
}

async function measure(item: BenchCase, program: string | undefined): Promise<CaseResult> {
  const climbs = contendersFor(item, program).map((contender): Climb => ({ ...contender, seen: new Map() }));
  if (item.lymphangions <= 100) for (const { solve } of climbs) await solve(1e-3, 1).catch(() => undefined);
  await climbAll(climbs);
  await repeatAll(climbs);
  const rungs = climbs.flatMap((climb) => rungsOf(item, climb));
  const reference = readReferences()[item.id];
  return {
    id: item.id,
    kind: item.kind,
    lymphangions: item.lymphangions,
    outflowAgreement: reference?.outflowAgreement ?? Number.NaN,
    volumeAgreement: reference?.volumeAgreement ?? Number.NaN,
    rungs,
    levels: levels.map(([measured, level]) => {
      const agreement = measured === "outflow" ? reference?.outflowAgreement : reference?.volumeAgreement;
      if (!(3 * Math.max(agreement ?? 1, item.snaps ? scatter : 0) <= level)) return { measure: measured, level };
      return {
        measure: measured,
        level,
        ours: bestAt(rungs, "ours", measured, level),
        cvode: bestAt(rungs, "cvode", measured, level),
      };
    }),
    left: climbs.flatMap(({ solver, method, left }) => (left === undefined ? [] : [`${solver} ${method}: ${left}`])),
  };
}

const words = process.argv.slice(2);
const cvode = await buildCvode();
const program = "program" in cvode ? cvode.program : undefined;
const missing = "missing" in cvode ? cvode.missing : undefined;
if (missing !== undefined) console.log(`Skipped, CVODE: ${missing}.`);
const cases: CaseResult[] = [];
for (const item of benchmarkFamily()) {
  if (words.length > 0 && !words.some((word) => `${item.id} `.startsWith(`${word} `))) continue;
  if (readReferences()[item.id] === undefined) {
    console.log(`\nLeft out, ${item.id}: no reference yet (npm run bench -- make-reference ${item.id.split(" ")[0]}).`);
    continue;
  }
  const result = await measure(item, program);
  cases.push(result);
  console.log(`\n${caseTable(result)}`);
}
keepSection("resolved", { missing, built: howBuilt, cases });
