/** What `simulate` writes beside what it prints: tables and figures of the last cycle. */
import { ok, type Result } from "@openlymph/base";
import type { Network, Simulation, Trace } from "@openlymph/physiology";
import { type LoopRequest, readLoops } from "../input/read-loop.ts";
import type { OutputFile } from "../output/command-output.ts";
import { tableCsv, tableFiles } from "../output/table-file.ts";
import { checkTargets } from "../output/targets.ts";
import { traceColumns } from "../present/trace.ts";
import type { SimulateInput } from "./simulate.ts";

/** What is to be written beside what is printed. */
export interface Wanted {
  readonly csv?: string | undefined;
  readonly out?: string | undefined;
  readonly figure?: string | undefined;
  readonly loops: readonly LoopRequest[];
}

/** Reads what is to be written, and says early whether it can be. */
export function readWanted(input: SimulateInput, network: Network): Result<Wanted> {
  const loops = readLoops(input.loop ?? [], network);
  if (!loops.ok) return loops;
  const { csv, out, figure } = input;
  const figures = [figure, ...loops.value.map(({ file }) => file)];
  const failure = checkTargets({ files: [csv, input.checkpoint], tables: [out], figures }, [input.network]);
  return failure ?? ok({ csv, out, figure, loops: loops.value });
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

/** The files of a run with a trace. */
export async function filesOf(
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
