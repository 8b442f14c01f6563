import { fail, ok, type Result } from "@openlymph/base";
import {
  type Network,
  parseNetwork,
  type SimulationReport,
  setParameter,
  simulate,
  simulationReport,
  type Trace,
} from "@openlymph/physiology";
import { readParsed } from "../input/read-parsed.ts";
import { readDuration } from "../input/read-time.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { csvText } from "../output/csv.ts";
import { significant, timeWords } from "../output/numbers.ts";
import { type Block, list, pageText, tableBlock, text, title } from "../output/page.ts";
import { shortened } from "../output/table.ts";
import { checkTarget } from "../output/write-file.ts";
import { endsTable, lymphangionsTable, meansTable, networkNodesTable, valvesTable } from "../present/simulation.ts";

export interface SimulateInput {
  readonly network: string;
  readonly set?: readonly string[] | undefined;
  readonly cycles?: string | undefined;
  readonly for?: string | undefined;
  readonly json?: boolean | undefined;
  readonly csv?: string | undefined;
}

const mostCycles = 100_000;

function readCycles(written: string | undefined): Result<number | undefined> {
  if (written === undefined) return ok(undefined);
  const number = /^\d+$/.test(written.trim()) ? Number(written) : Number.NaN;
  if (number >= 1 && number <= mostCycles) return ok(number);
  const expected = `a whole number from 1 to ${mostCycles}`;
  return fail("param/out-of-range", { path: "--cycles", value: written, expected });
}

function readLength(input: SimulateInput): Result<{ cycles?: number | undefined; time?: number | undefined }> {
  if (input.cycles !== undefined && input.for !== undefined) {
    return fail("usage/invalid", { path: "--for", value: input.for, expected: "either --cycles or --for" });
  }
  const cycles = readCycles(input.cycles);
  if (!cycles.ok) return cycles;
  const time = input.for === undefined ? ok(undefined) : readDuration("--for", input.for);
  if (!time.ok) return time;
  return ok({ cycles: cycles.value, time: time.value });
}

function withSettings(network: Network, settings: readonly string[]): Result<Network> {
  let changed = network;
  for (const setting of settings) {
    const next = setParameter(changed, setting);
    if (!next.ok) return { ...next, path: `--set ${next.path ?? ""}`.trim() };
    changed = next.value;
  }
  return ok(changed);
}

function driftWords({ drift }: SimulationReport): string {
  return drift === null ? "not known: the run is shorter than two cycles" : `${significant(100 * drift, 2)} %`;
}

function blocksOf(network: Network, report: SimulationReport, settings: readonly string[]): readonly Block[] {
  const whole = "--json";
  const { steps, massBalance, record } = report;
  const cycles = report.time.value / report.cycle.value;
  return [
    title(network.title),
    ...(network.about === "" ? [] : [text(network.about)]),
    ...(settings.length === 0 ? [] : [text(`Changed: ${settings.join(", ")}.`)]),
    tableBlock(meansTable(report)),
    ...(report.inlets.length + report.outlets.length > 2 ? [tableBlock(shortened(endsTable(report), 20, whole))] : []),
    tableBlock(shortened(lymphangionsTable(report), 30, whole)),
    tableBlock(shortened(valvesTable(report), 30, whole)),
    ...(report.nodes.length === 0 ? [] : [tableBlock(shortened(networkNodesTable(report), 20, whole))]),
    text(
      `${timeWords(report.time.value)}, ${significant(cycles, 4)} cycles of ${timeWords(report.cycle.value)}. Mean outflow ` +
        `changed between the last two cycles by ${driftWords(report)}. Volume not accounted for: ` +
        `${significant(massBalance.error, 2)} of what moved. Steps: ${steps.accepted} taken, ${steps.rejected} rejected.`,
    ),
    ...(report.warnings.length === 0 ? [] : [list(report.warnings)]),
    text(`${record.program}; parameters and inputs ${record.parameterHash.slice(0, 16)}.`),
  ];
}

function* traceRows({ time, diameter, pressure, flow }: Trace): Generator<readonly number[], void, undefined> {
  for (const [i, t] of time.entries()) {
    yield [
      t,
      ...diameter.map((column) => (column[i] ?? Number.NaN) * 1e3),
      ...pressure.map((column) => (column[i] ?? Number.NaN) / 133.322),
      ...flow.map((column) => (column[i] ?? Number.NaN) * 3.6e9),
    ];
  }
}

function traceCsv(trace: Trace): Iterable<string> {
  const head = [
    "time_s",
    ...trace.lymphangions.map((id) => `diameter_mm ${id}`),
    ...trace.lymphangions.map((id) => `pressure_mmHg ${id}`),
    ...trace.valves.map((id) => `flow_mL/h ${id}`),
  ];
  return csvText(head, traceRows(trace));
}

/** Runs a network of lymphangions, valves and nodes and reports its last cycle. */
export async function simulateCommand(
  input: SimulateInput,
  surroundings: Surroundings,
): Promise<Result<CommandOutput>> {
  const length = readLength(input);
  if (!length.ok) return length;
  const parsed = readParsed(input.network, parseNetwork);
  if (!parsed.ok) return parsed;
  const network = withSettings(parsed.value, input.set ?? []);
  if (!network.ok) return network;
  const target = checkTarget(input.csv, [input.network]);
  if (target !== undefined) return target;
  const simulation = simulate(network.value, {
    ...length.value,
    trace: input.csv !== undefined,
    context: { report: surroundings.report },
  });
  if (!simulation.ok) return simulation;
  const report = simulationReport(simulation.value);
  const { trace } = simulation.value;
  const files = input.csv === undefined || trace === undefined ? [] : [{ path: input.csv, content: traceCsv(trace) }];
  const { format, ...rest } = report;
  const settings = input.set ?? [];
  const words = input.json
    ? jsonText({ format, title: network.value.title, settings, ...rest })
    : pageText(blocksOf(network.value, report, settings), surroundings.style);
  return ok({ text: words, files });
}
