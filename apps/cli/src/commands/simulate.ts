import { fail, ok, type Result } from "@openlymph/base";
import {
  type Network,
  type Simulation,
  type SimulationReport,
  simulate,
  simulationReport,
  type Trace,
} from "@openlymph/physiology";
import { readCount } from "../input/read-count.ts";
import { type LoopRequest, readLoops } from "../input/read-loop.ts";
import { readNetwork } from "../input/read-network.ts";
import { readDuration } from "../input/read-time.ts";
import { type CommandOutput, jsonText, type OutputFile, type Surroundings } from "../output/command-output.ts";
import { significant, timeWords } from "../output/numbers.ts";
import { type Block, list, pageText, tableBlock, text, title } from "../output/page.ts";
import { shortened } from "../output/table.ts";
import { tableCsv, tableFiles } from "../output/table-file.ts";
import { checkTargets } from "../output/targets.ts";
import {
  endsTable,
  lymphangionsTable,
  meansTable,
  networkNodesTable,
  traceColumns,
  valvesTable,
} from "../present/simulation.ts";

export interface SimulateInput {
  readonly network: string;
  readonly set?: readonly string[] | undefined;
  readonly cycles?: string | undefined;
  readonly for?: string | undefined;
  readonly json?: boolean | undefined;
  readonly csv?: string | undefined;
  readonly out?: string | undefined;
  readonly figure?: string | undefined;
  /** `lymphangion=file`. */
  readonly loop?: readonly string[] | undefined;
}

const mostCycles = 100_000;

function readLength(input: SimulateInput): Result<{ cycles?: number | undefined; time?: number | undefined }> {
  if (input.cycles !== undefined && input.for !== undefined) {
    return fail("usage/invalid", { path: "--for", value: input.for, expected: "either --cycles or --for" });
  }
  const cycles = readCount("--cycles", input.cycles, [1, mostCycles]);
  if (!cycles.ok) return cycles;
  const time = input.for === undefined ? ok(undefined) : readDuration("--for", input.for);
  if (!time.ok) return time;
  return ok({ cycles: cycles.value, time: time.value });
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

/** What is to be written beside what is printed. */
interface Wanted {
  readonly csv?: string | undefined;
  readonly out?: string | undefined;
  readonly figure?: string | undefined;
  readonly loops: readonly LoopRequest[];
}

function isTraceWanted({ csv, out, figure, loops }: Wanted): boolean {
  return csv !== undefined || out !== undefined || figure !== undefined || loops.length > 0;
}

async function figureFiles(
  network: Network,
  simulation: Simulation,
  trace: Trace,
  { figure, loops }: Wanted,
  settings: readonly string[],
): Promise<Result<readonly OutputFile[]>> {
  const files: OutputFile[] = [];
  if (figure === undefined && loops.length === 0) return ok(files);
  const { figureFile } = await import("../output/figure.ts");
  const drawn: (readonly [string, string])[] = [];
  if (figure !== undefined) {
    const { runFigure } = await import("../figures/run-figure.ts");
    drawn.push([figure, runFigure(network, simulation, trace, settings)]);
  }
  for (const { file, lymphangion } of loops) {
    const { loopFigure } = await import("../figures/loop-figure.ts");
    drawn.push([file, loopFigure(network, simulation, trace, lymphangion, settings)]);
  }
  for (const [target, svg] of drawn) {
    const file = await figureFile(target, svg);
    if (!file.ok) return file;
    files.push(file.value);
  }
  return ok(files);
}

async function filesOf(
  network: Network,
  simulation: Simulation,
  wanted: Wanted,
  settings: readonly string[],
): Promise<Result<readonly OutputFile[]>> {
  const { trace, record } = simulation;
  if (trace === undefined) return ok([]);
  const columns = wanted.csv === undefined && wanted.out === undefined ? [] : traceColumns(trace);
  const csv = wanted.csv === undefined ? [] : [{ path: wanted.csv, content: tableCsv(columns) }];
  const recorded = { ...record, solver: network.solver, settings };
  const table = wanted.out === undefined ? ok([]) : await tableFiles(wanted.out, columns, recorded);
  if (!table.ok) return table;
  const figures = await figureFiles(network, simulation, trace, wanted, settings);
  if (!figures.ok) return figures;
  return ok([...csv, ...table.value, ...figures.value]);
}

/** Runs a network of lymphangions, valves and nodes and reports its last cycle. */
export async function simulateCommand(
  input: SimulateInput,
  surroundings: Surroundings,
): Promise<Result<CommandOutput>> {
  const length = readLength(input);
  if (!length.ok) return length;
  const settings = input.set ?? [];
  const network = readNetwork(input.network, settings);
  if (!network.ok) return network;
  const loops = readLoops(input.loop ?? [], network.value);
  if (!loops.ok) return loops;
  const wanted: Wanted = { csv: input.csv, out: input.out, figure: input.figure, loops: loops.value };
  const figures = [wanted.figure, ...wanted.loops.map(({ file }) => file)];
  const target = checkTargets({ files: [wanted.csv], tables: [wanted.out], figures }, [input.network]);
  if (target !== undefined) return target;
  const simulation = simulate(network.value, {
    ...length.value,
    trace: isTraceWanted(wanted),
    context: { report: surroundings.report },
  });
  if (!simulation.ok) return simulation;
  const files = await filesOf(network.value, simulation.value, wanted, settings);
  if (!files.ok) return files;
  const report = simulationReport(simulation.value);
  const { format, ...rest } = report;
  const words = input.json
    ? jsonText({ format, title: network.value.title, settings, ...rest })
    : pageText(blocksOf(network.value, report, settings), surroundings.style);
  return ok({ text: words, files: files.value });
}
