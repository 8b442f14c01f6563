/** docs/performance.md from the results, in the words of somebody who does not sell anything. */
import { ratioOf, ratioTable, rungTables } from "./page-resolved.ts";
import { type CaseResult, inTime, type Measure, type Results } from "./results.ts";

const digits = (value: number, count = 2) => Number(value.toPrecision(count)).toString();

interface Bar {
  readonly what: string;
  readonly must: string;
  readonly aim: string;
  readonly found: string;
  readonly met: string;
}

const unknown = { found: "not measured in this run", met: "unknown" };

function judge(value: number | undefined, must: number, aim: number): string {
  if (value === undefined || Number.isNaN(value)) return "unknown";
  const least = must < aim ? value >= must : value <= must;
  if (!least) return "**not met**";
  return (must < aim ? value >= aim : value <= aim) ? "met, and the aim" : "met";
}

/** Ratios of all cases of a kind at one error: least, median and largest. */
function ratiosOf(cases: readonly CaseResult[], kind: CaseResult["kind"], measure: Measure, level: number) {
  const ratios = cases
    .filter((result) => result.kind === kind)
    .flatMap((result) => result.levels.filter((found) => found.measure === measure && found.level === level))
    .flatMap((found) => ratioOf(found) ?? [])
    .toSorted((a, b) => a - b);
  const middle = ratios[Math.floor((ratios.length - 1) / 2)];
  return { least: ratios[0], middle, largest: ratios.at(-1), count: ratios.length };
}

function againstCvode(results: Results, kind: CaseResult["kind"]): Pick<Bar, "found"> & { readonly least?: number } {
  const { resolved } = results;
  if (resolved === undefined) return unknown;
  if (resolved.missing !== undefined) return { found: `no CVODE: ${resolved.missing}` };
  const { least, middle, largest, count } = ratiosOf(resolved.cases, kind, "volume", 1e-4);
  if (least === undefined || middle === undefined || largest === undefined)
    return { found: "no case reached the error" };
  const found = `TypeScript ${digits(least)} to ${digits(largest)} times, median ${digits(middle)} (${count} cases)`;
  return { found, least };
}

function barsOf(results: Results): readonly Bar[] {
  const { wholeBody, everyLymphangion, coldStart, memory } = results;
  const mild = againstCvode(results, "mild");
  const stiff = againstCvode(results, "stiff");
  const life = everyLymphangion && everyLymphangion.simulated / everyLymphangion.seconds;
  const session = wholeBody?.find(({ what }) => what.startsWith("24 h"))?.milliseconds;
  return [
    {
      what: "mild chains and trees, equal error, one core",
      must: "TypeScript 2 × CVODE, WebAssembly 4 ×",
      aim: "WebAssembly 10 ×",
      found: `${mild.found}; there is no WebAssembly kernel yet`,
      met:
        mild.least === undefined
          ? "unknown"
          : `TypeScript ${judge(mild.least, 2, 2.001)} in the slowest case; WebAssembly **not met**`,
    },
    {
      what: "stiff chains",
      must: "WebAssembly 3 × CVODE",
      aim: "8 ×",
      found: `${stiff.found}; there is no WebAssembly kernel yet`,
      met: "**not met**",
    },
    {
      what: "every lymphangion of a body (about 30 300), one core",
      must: "3 × as fast as life",
      aim: "20 ×",
      ...(everyLymphangion === undefined || life === undefined
        ? unknown
        : {
            found: `${digits(life)} × (stand-in: ${everyLymphangion.lymphangions} lymphangions in separate human collectors, no nodes)`,
            met: judge(life, 3, 20),
          }),
    },
    {
      what: "averaged body, 24 h with a session, and without",
      must: "< 1 s in a browser worker",
      aim: "< 0.1 s",
      ...(session === undefined
        ? unknown
        : {
            found: `${session.toFixed(0)} ms in Node; a browser was not measured`,
            met: `in Node ${judge(session, 1000, 100)}`,
          }),
    },
    {
      what: "10 000 virtual people, 24 h averaged",
      must: "all cores busy, linear in cores",
      aim: "1 ms each",
      found: "not measured: this benchmark has no ensemble",
      met: "unknown",
    },
    {
      what: "cold start of the command line, chain of ten",
      must: "< 0.4 s",
      aim: "< 0.2 s",
      ...(coldStart === undefined
        ? unknown
        : { found: inTime(coldStart.seconds), met: judge(coldStart.seconds, 0.4, 0.2) }),
    },
    {
      what: "memory per lymphangion",
      must: "< 1000 B",
      aim: "200 B",
      ...(memory === undefined
        ? unknown
        : {
            found: `${memory.total} B (${memory.assembly} the network, ${memory.integrator} the method), ${memory.lymphangions} lymphangions with a state in each valve`,
            met: judge(memory.total, 1000, 200),
          }),
    },
  ];
}

function studioPart({ studio }: Results): readonly string[] {
  if (studio === undefined) return [];
  const { date, browser, visits, picture, answers, painted, numbers, longTasks, dots } = studio;
  const rows = dots.map(({ webgl, drawn, milliseconds, between }) => {
    const how = webgl ? "WebGL, in software" : "plain canvas";
    return `| ${drawn} moving dots, ${how}: script a picture | 4 ms | ${digits(milliseconds)} ms, a picture every ${between.toFixed(0)} ms |`;
  });
  return [
    "## The studio in a browser",
    "",
    `Measured on ${date.slice(0, 10)} in ${browser} on a machine without a graphics card, where every pixel is painted by the same two
cores that compute; medians of ${visits} first visits. A page keeps its dots on the plain canvas where WebGL would be imitated in
software, and draws fewer where pictures come late.`,
    "",
    "| | bar | found |",
    "|---|---|---|",
    `| until the body is seen, as it was drawn when the app was built | 1 s | ${inTime(picture / 1000)} |`,
    `| until its switches are there to be pressed | 2 s | ${inTime(answers / 1000)} |`,
    `| until the page has painted its own | – | ${inTime(painted / 1000)} |`,
    `| until the numbers of its rehearsal are there | – | ${inTime(numbers / 1000)} |`,
    `| tasks over 50 ms in the ${longTasks.seconds} s after | none | ${longTasks.count.toFixed(1)} a visit, the longest ${longTasks.longest.toFixed(0)} ms |`,
    ...rows,
    "",
  ];
}

function resolvedPart(results: Results): readonly string[] {
  const { resolved } = results;
  if (resolved === undefined) return [];
  const opponent =
    resolved.missing === undefined
      ? `CVODE is SUNDIALS 6 with \`bench/cvode\` (${resolved.built}): analytic Jacobian, banded elimination for chains, KLU for
trees, valves and junctions solved inside the right-hand side by Newton from the last answer; where it is mild, Adams with
fixed-point iteration too. The faster of the two counts.`
      : `CVODE was skipped: ${resolved.missing}.`;
  return [
    "## The resolved engine beside CVODE",
    "",
    opponent,
    "",
    `The cases are those of \`bench/network-family.ts\`. Errors are distances from \`bench/reference.json\`: mean outflow of the last
contraction or cycle, and the largest relative error of the volumes at the end. "≤" marks a time at the loosest tolerance that
was tried, already better than asked (with "≤" on both sides a ratio compares the cheapest runs that were tried, no equal errors);
"–" an error that was not reached, or finer than the reference itself is known. Above 1,
CVODE takes longer. The human chains of 20 and 40 snap through: volumes and mean outflow scatter by up to
some tenths of a per cent from one tolerance to the next, with CVODE and with ours, so only their mean outflow to a hundredth is
compared.`,
    "",
    ratioTable(resolved),
    "",
    "## Every run",
    "",
    `Best times of interleaved rounds; other work on the same processor only adds time. "ns" is the whole time over right-hand sides and lymphangions. Right-hand sides of ours are as the
engine counts them; those that also give derivatives are among them, as CVODE's Jacobians are not.`,
    "",
    rungTables(resolved),
  ];
}

/** Measured once, by hand; numbers of right-hand sides do not depend on the machine. */
const tried = [
  "## Tried and left out",
  "",
  `- **Stabilised explicit methods.** RKC2 (Sommeijer, Shampine & Verwer, J Comput Appl Math 1998;88:315), as a prototype: of
  order 2 it pays for its stability with accuracy. chain-100 B to an error of 5e-3 in the volumes took 71 000 right-hand
  sides (dopri5: 33 000 to 1e-5); chain-100 D to 6e-5 took 78 000 with 11 stages a step, as long as rodas4 to 2e-5. What
  helps where stability sets the steps is dopri5s, of order 5 and stable for steps 1.7 times as long as dopri5.`,
  `- **Bogacki & Shampine 3(2)** instead of dopri5: half the evaluations a step, but no fewer at equal error.`,
  `- **Tsitouras 5(4)** (Comput Math Appl 2011;62:770) and **Bogacki & Shampine 5(4)** (Comput Math Appl 1996;32:15) instead of
  dopri5: right-hand sides to an error of 1e-4 in the volumes from a tenth fewer (chains of set B and C) to a quarter more
  (tree-8 A) for the first, from a fifth fewer (chain-10 A) to a tenth more (chain-1000 A) for the second.`,
  `- **RODAS3** instead of rodas4: up to a fifth cheaper where errors of 1e-4 are enough, dearer below; \`auto\` takes it
  at tolerances above 1e-4 only.`,
  `- **Another step control.** For explicit methods, exponents 0.5 and 0.3 or 0.6 and 0.4 (times 1/q) with safety factors of 0.9
  or 0.95 instead of 0.7 and 0.4: fewer refused steps, no fewer right-hand sides at equal error. For implicit ones, looking back
  at the error of the step before, or growing at most twofold: half the refused steps, as many right-hand sides.`,
  `- **Variable-order Adams**: not written, since CVODE's own takes no fewer right-hand sides at equal error than dopri5 does here
  (chain-100 A, volumes to 1e-4: about 5000 against 3900; the tables below), so that it could not bring the factor that is missing.`,
  `- **A looser search for valve drops** (1e-9 or 1e-8 instead of 1e-10 of the pressure): a twentieth fewer searches.`,
  `- **A WebAssembly kernel** has not been tried here.`,
];

export function performancePage(results: Results): string {
  const bars = barsOf(results).map(
    ({ what, must, aim, found, met }) => `| ${what} | ${must} | ${aim} | ${found} | ${met} |`,
  );
  const averaged = (results.wholeBody ?? []).map(
    ({ what, milliseconds, steps }) => `| ${what} | ${milliseconds.toFixed(0)} ms | ${steps} |`,
  );
  return [
    "# Performance",
    "",
    `Measured on ${results.date.slice(0, 10)} on ${results.machine}, Node ${results.node}. Written by \`npm run bench -- --write\`; the
numbers behind it are in \`bench/results.json\`. When it began, ${digits(results.load)} other programs wanted to run (load average);
what was measured against the clock on the wall (the averaged body, the cold start) then comes out too long. The resolved
engine and CVODE are measured in processor time, which suffers less, in runs that take turns. No test depends on any of it.`,
    "",
    "## What we ask of ourselves",
    "",
    "| | must | aim | found | |",
    "|---|---|---|---|---|",
    ...bars,
    "",
    `The rows against CVODE compare times at equal error: final volumes to 1e-4, all cases of the kind in which both reach it.`,
    "",
    "## The averaged body",
    "",
    "| | time | steps |",
    "|---|---|---|",
    ...averaged,
    "",
    ...studioPart(results),
    ...tried,
    "",
    ...resolvedPart(results),
    "",
  ].join("\n");
}
