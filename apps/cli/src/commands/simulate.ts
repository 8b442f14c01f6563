import { fail, ok, quantity, type Result } from "@openlymph/base";
import {
  advanceRun,
  finishRun,
  isFinished,
  type Network,
  type SimulationReport,
  type SimulationRun,
  simulationReport,
} from "@openlymph/physiology";
import { readCount } from "../input/read-count.ts";
import { readNetwork } from "../input/read-network.ts";
import { readDuration } from "../input/read-time.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { significant } from "../output/numbers.ts";
import { type Block, list, pageText, tableBlock, text, title } from "../output/page.ts";
import { shortened } from "../output/table.ts";
import {
  endsTable,
  lymphangionsTable,
  meansTable,
  networkNodesTable,
  solutesTable,
  tissuesTable,
  valvesTable,
  vesselsTable,
  windowWords,
} from "../present/simulation.ts";
import {
  type CheckpointInput,
  openRun,
  readSaving,
  runSaving,
  type Saving,
  savedWords,
} from "./simulation-checkpoint.ts";

export interface SimulateInput extends CheckpointInput {
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

function driftWords({ drift, window }: SimulationReport): string {
  if (drift === null)
    return `by what is not known: the run is ${window.kind === "prescribed" ? "shorter than two cycles" : "too short"}`;
  const between = window.kind === "onsets" ? "between the halves of this window" : "between the last two cycles";
  return `${between} by ${significant(100 * drift, 2)} %`;
}

function blocksOf(network: Network, report: SimulationReport, settings: readonly string[]): readonly Block[] {
  const whole = "--json";
  const { steps, massBalance, record } = report;
  return [
    title(network.title),
    ...(network.about === "" ? [] : [text(network.about)]),
    ...(settings.length === 0 ? [] : [text(`Changed: ${settings.join(", ")}.`)]),
    tableBlock(meansTable(report)),
    ...(report.inlets.length + report.outlets.length > 2 ? [tableBlock(shortened(endsTable(report), 20, whole))] : []),
    tableBlock(shortened(vesselsTable(report), 20, whole)),
    tableBlock(shortened(lymphangionsTable(report), 30, whole)),
    tableBlock(shortened(valvesTable(report), 30, whole)),
    ...(report.nodes.length === 0 ? [] : [tableBlock(shortened(networkNodesTable(report), 20, whole))]),
    ...(report.tissues.length === 0 ? [] : [tableBlock(shortened(tissuesTable(report), 20, whole))]),
    ...(report.solutes.length === 0 ? [] : [tableBlock(solutesTable(report))]),
    text(
      `${windowWords(report)} Mean outflow changed ${driftWords(report)}. Volume not accounted for: ` +
        `${significant(massBalance.error, 2)} of what moved. Steps: ${steps.accepted} taken, ${steps.rejected} rejected.`,
    ),
    ...(report.warnings.length === 0 ? [] : [list(report.warnings)]),
    text(`${record.program}; parameters and inputs ${record.parameterHash.slice(0, 16)}.`),
  ];
}

/** What is to be written; its code is loaded only when something is. */
async function loadFiles(input: SimulateInput) {
  const { csv, out, figure, loop = [] } = input;
  const wanted = csv !== undefined || out !== undefined || figure !== undefined || loop.length > 0;
  return wanted ? import("./simulation-files.ts") : undefined;
}

/** Where a run stands that was to go no farther. */
function pausedText(run: SimulationRun, saving: Saving, json: boolean | undefined): string {
  if (json !== true) return `Paused. ${savedWords(run, saving)}`;
  const { integrator, plan } = run;
  return jsonText({
    format: "openlymph/simulation-paused@1",
    time: quantity(integrator.time, "time", "s"),
    end: quantity(plan.end, "time", "s"),
    checkpoint: saving.file,
  });
}

/** Runs a network of lymphangions, valves and nodes and reports its last cycle. */
export async function simulateCommand(
  input: SimulateInput,
  surroundings: Surroundings,
): Promise<Result<CommandOutput>> {
  const length = readLength(input);
  if (!length.ok) return length;
  const saving = readSaving(input);
  if (!saving.ok) return saving;
  const settings = input.set ?? [];
  const network = readNetwork(input.network, settings);
  if (!network.ok) return network;
  const output = await loadFiles(input);
  const wanted = output?.readWanted(input, network.value);
  if (wanted?.ok === false) return wanted;
  const run = openRun(network.value, { ...length.value, trace: wanted !== undefined }, input.resume);
  if (!run.ok) return run;
  const context = { report: surroundings.report };
  const advanced =
    saving.value === undefined
      ? advanceRun(run.value, undefined, context)
      : await runSaving(run.value, saving.value, context);
  if (!advanced.ok) return advanced;
  if (saving.value !== undefined && !isFinished(run.value)) {
    return ok({ text: pausedText(run.value, saving.value, input.json) });
  }
  const simulation = finishRun(run.value);
  if (!simulation.ok) return simulation;
  const files =
    output === undefined || wanted === undefined
      ? ok([])
      : await output.filesOf(network.value, simulation.value, wanted.value, settings);
  if (!files.ok) return files;
  const report = simulationReport(simulation.value);
  const { format, ...rest } = report;
  const words = input.json
    ? jsonText({ format, title: network.value.title, settings, ...rest })
    : pageText(blocksOf(network.value, report, settings), surroundings.style);
  return ok({ text: words, files: files.value });
}
