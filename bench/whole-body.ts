/**
 * The averaged whole body: how long the things a person waits for take, on this machine, one core.
 *
 * Bars: 24 h with a session under 1 s once the body at `asOf` is known; 720 days under 10 s; a year with its days under 5 s.
 */
import { readFileSync } from "node:fs";
import { day, unwrap } from "@openlymph/base";
import { rehearse, runBody } from "@openlymph/rehearsal";
import { parseHistory, parsePlan } from "@openlymph/therapy";
import { keepSection, median, type WholeBodyRow } from "./results.ts";

const examples = new URL("../examples/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, examples), "utf8");
const history = unwrap(parseHistory(read("histories/arm-after-axillary-clearance.yaml"), "history"));
const upright = unwrap(parseHistory(read("histories/upright-day.yaml"), "history"));
const plan = unwrap(parsePlan(read("plans/draft-arm.yaml"), "plan"));

interface Timed {
  readonly what: string;
  readonly bar: string;
  readonly body: () => { readonly steps: number; readonly newtonIterations: number };
}

const timed: readonly Timed[] = [
  {
    what: "first rehearsal, cold, with two years before it",
    bar: "-",
    body: () => unwrap(rehearse(history, plan)).withSession,
  },
  {
    what: "24 h with a session of 21 steps, and without",
    bar: "< 1000",
    body: () => unwrap(rehearse(history, plan)).withSession,
  },
  {
    what: "720 days of slow swelling",
    bar: "< 10000",
    body: () => unwrap(runBody(history, { times: [720 * day] })).series,
  },
  {
    what: "a year, upright every day",
    bar: "< 5000",
    body: () => unwrap(runBody(upright, { times: [365 * day] })).series,
  },
];

console.log(`node ${process.versions.node}, ${process.arch}`);
console.log(
  ["ms (median of 5)".padStart(18), "bar".padStart(8), "steps".padStart(7), "Newton".padStart(8), " what"].join(" "),
);
const rows: WholeBodyRow[] = [];
for (const { what, bar, body } of timed) {
  const runs = what.startsWith("first") ? 1 : 5;
  const times: number[] = [];
  let found = { steps: 0, newtonIterations: 0 };
  for (let n = 0; n < runs; n++) {
    const before = performance.now();
    found = body();
    times.push(performance.now() - before);
  }
  const milliseconds = median(times);
  rows.push({ what, bar, milliseconds, steps: found.steps, newtonIterations: found.newtonIterations });
  const cells = [
    milliseconds.toFixed(0).padStart(18),
    bar.padStart(8),
    String(found.steps).padStart(7),
    String(found.newtonIterations).padStart(8),
  ];
  console.log(`${cells.join(" ")}  ${what}`);
}
keepSection("wholeBody", rows);
