import { fail, mmHg, ok, parseQuantity, type Result, type RunRecord, runRecord } from "@openlymph/base";
import {
  linearPumpLaw,
  type Network,
  type PumpPoint,
  pumpCurve,
  type Settling,
  stallPressure,
  usualSettling,
} from "@openlymph/physiology";
import { readCount } from "../input/read-count.ts";
import { readNetwork } from "../input/read-network.ts";
import { type CommandOutput, jsonText, type OutputFile, type Surroundings } from "../output/command-output.ts";
import { pageText } from "../output/page.ts";
import { tableFiles } from "../output/table-file.ts";
import { checkTargets } from "../output/targets.ts";
import { type PumpFunction, pumpBlocks, pumpColumns, pumpFormat, pumpJson } from "../present/pump-curve.ts";

export interface PumpCurveInput {
  readonly network: string;
  readonly set?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly points?: string | undefined;
  readonly mostCycles?: string | undefined;
  readonly json?: boolean | undefined;
  readonly out?: string | undefined;
  readonly figure?: string | undefined;
}

/** Drift allowed while looking for stall: there a small error in the flow is a large one in the pressure. */
const stallDrift = 1e-4;
/** The root is closed in to this share of the range of pressures; it is looked for up to four times the range. */
const stallWidth = 1 / 1000;
const stallReach = 4;

/** Pressure rises from the options, evenly apart, Pa. */
function readRises(input: PumpCurveInput): Result<readonly number[]> {
  const from = parseQuantity(input.from ?? "0 mmHg", "pressure", "--from");
  if (!from.ok) return from;
  const to = parseQuantity(input.to ?? "60 mmHg", "pressure", "--to");
  if (!to.ok) return to;
  if (!(to.value > from.value)) {
    const expected = `more than --from (${input.from ?? "0 mmHg"})`;
    return fail("param/out-of-range", { path: "--to", value: input.to ?? "60 mmHg", expected });
  }
  const count = readCount("--points", input.points, [2, 1000]);
  if (!count.ok) return count;
  const last = (count.value ?? 13) - 1;
  return ok(Array.from({ length: last + 1 }, (_, i) => from.value + (i / last) * (to.value - from.value)));
}

function readSettling(input: PumpCurveInput): Result<Settling> {
  const most = readCount("--most-cycles", input.mostCycles, [2, 100_000]);
  return most.ok ? ok({ ...usualSettling, mostCycles: most.value ?? usualSettling.mostCycles }) : most;
}

async function filesOf(
  input: PumpCurveInput,
  network: Network,
  pump: PumpFunction,
  record: RunRecord,
): Promise<Result<readonly OutputFile[]>> {
  const recorded = { ...record, solver: { ...network.solver, settling: pump.settling }, settings: input.set ?? [] };
  const table = input.out === undefined ? ok([]) : await tableFiles(input.out, pumpColumns(pump), recorded);
  if (!table.ok || input.figure === undefined) return table;
  const { figureFile } = await import("../output/figure.ts");
  const { pumpFigure } = await import("../figures/pump-figure.ts");
  const figure = await figureFile(
    input.figure,
    pumpFigure({ title: network.title, settings: input.set ?? [], ...pump, record }),
  );
  return figure.ok ? ok([...table.value, figure.value]) : figure;
}

/** Most cycles any of the points needed: what is looked for near stall needs as many and more. */
function cyclesOf(points: readonly PumpPoint[]): number {
  return Math.max(...points.map(({ cycles }) => cycles));
}

/** Mean flow of a network against the pressure it has to lift, with its stall pressure and the linear law. */
export async function pumpCurveCommand(
  input: PumpCurveInput,
  { style, report }: Surroundings,
): Promise<Result<CommandOutput>> {
  const rises = readRises(input);
  if (!rises.ok) return rises;
  const settling = readSettling(input);
  if (!settling.ok) return settling;
  const settings = input.set ?? [];
  const network = readNetwork(input.network, settings);
  if (!network.ok) return network;
  const target = checkTargets({ tables: [input.out], figures: [input.figure] }, [input.network]);
  if (target !== undefined) return target;

  const context = { report };
  const points = pumpCurve(network.value, { rises: rises.value, settling: settling.value, context });
  if (!points.ok) return points;
  const [from, to] = [rises.value[0] ?? 0, rises.value.at(-1) ?? 0];
  const search = {
    cycles: cyclesOf(points.value),
    settling: { ...settling.value, tolerance: stallDrift },
    width: Math.max(stallWidth * (to - from), 1e-4 * mmHg),
    highest: from + stallReach * (to - from),
  };
  const stall = stallPressure(network.value, points.value, { ...search, context });
  if (!stall.ok) return stall;
  const pump: PumpFunction = {
    points: points.value,
    settling: settling.value,
    stall: stall.value,
    law: linearPumpLaw(points.value),
  };
  const record = runRecord(pumpFormat, {
    network: network.value,
    rises: rises.value,
    settling: settling.value,
    search,
  });
  const files = await filesOf(input, network.value, pump, record);
  if (!files.ok) return files;
  const words = input.json
    ? jsonText(pumpJson(network.value, pump, settings, record))
    : pageText(pumpBlocks(network.value, pump, settings, record), style);
  return ok({ text: words, files: files.value });
}
