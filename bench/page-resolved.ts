/** The tables of the resolved engine beside CVODE, in Markdown. */
import { type CaseResult, type EqualError, inTime, type ResolvedSection } from "./results.ts";

const digits = (value: number, count = 2) => Number(value.toPrecision(count)).toString();
const small = (value: number) => value.toExponential(1);

/** CVODE's time over ours; `undefined` where one does not reach the error, or was too quick for the clock to tick. */
export function ratioOf({ ours, cvode }: EqualError): number | undefined {
  return ours === undefined || cvode === undefined || ours.seconds <= 0 ? undefined : cvode.seconds / ours.seconds;
}

function sideCell(side: EqualError["ours"]): string {
  if (side === undefined || side.seconds <= 0) return "–";
  return `${side.atLoosest ? "≤ " : ""}${inTime(side.seconds)} ${side.method}`;
}

function ratioCell(level: EqualError): string {
  const ratio = ratioOf(level);
  return ratio === undefined ? "–" : digits(ratio);
}

/** Every rung of one case. */
export function caseTable(result: CaseResult): string {
  const head = `### ${result.id}: ${result.lymphangions} lymphangions, ${result.kind}`;
  const apart = `Reference: CVODE and ours are ${small(result.outflowAgreement)} (outflow) and ${small(result.volumeAgreement)} (volumes) apart.`;
  const rows = result.rungs.map((rung) =>
    [
      `${rung.solver === "ours" ? "ours" : "CVODE"} ${rung.method}`,
      rung.tolerance.toExponential(0),
      small(rung.outflowError),
      small(rung.volumeError),
      inTime(rung.seconds),
      rung.steps,
      rung.refused,
      rung.evaluations,
      rung.nanoseconds.toFixed(0),
    ].join(" | "),
  );
  return [
    head,
    "",
    [apart, ...result.left.map((left) => `Left out, ${left}.`)].join(" "),
    "",
    "| solver | tolerance | outflow error | volume error | time | steps | refused | right-hand sides | ns |",
    "|---|---|---|---|---|---|---|---|---|",
    ...rows.map((row) => `| ${row} |`),
  ].join("\n");
}

/** One row a case: times and ratio at each error. */
export function ratioTable({ cases }: ResolvedSection): string {
  const levels = cases[0]?.levels ?? [];
  const blocks = levels.map(({ measure, level }, i) => {
    const rows = cases.map((result) => {
      const found = result.levels[i];
      if (found === undefined) return `| ${result.id} | – | – | – |`;
      return `| ${result.id} | ${sideCell(found.ours)} | ${sideCell(found.cvode)} | ${ratioCell(found)} |`;
    });
    const name = measure === "outflow" ? "Mean outflow" : "Final volumes";
    return [
      `${name} to ${level.toExponential(0)}`,
      "",
      "| case | ours | CVODE | CVODE / ours |",
      "|---|---|---|---|",
      ...rows,
    ];
  });
  return blocks.map((block) => block.join("\n")).join("\n\n");
}

/** Every rung of every case. */
export function rungTables({ cases }: ResolvedSection): string {
  return cases.map(caseTable).join("\n\n");
}
