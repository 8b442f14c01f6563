/**
 * The pump of one bundle of collectors, by either law: the fitted one (pump-law.ts) or the tabulated one (pump-table.ts).
 *
 *   fit:    share = S(p) ψ(ΔP; θ)
 *   table:  share = φ(p) F(p − p0 + f0, θ', ΔP),   φ(p) = 1 / (1 + exp(−(p − p50)/wS)),   p50 = p0 + wS ln(ρφ − 1)
 *           ρφ = ρ / R,   R = max F(f, 1, 0) / F(f0, 1, 0),   θ' = θ x50 / 21.5 mmHg
 *
 * Tissue that fills raises the flow of its collectors in two ways: they fill better, which F holds, and they contract more
 * often, which is φ. The reserve ρ is that of both, so the frequency has what is left of it. Flow per contraction does not
 * change with frequency up to 4 /min (validation/code/tabulated-pump-law.test.ts), so a factor is enough.
 *
 * | symbol | unit | default | source                                                                              |
 * | ------ | ---- | ------- | ----------------------------------------------------------------------------------- |
 * | f0     | Pa   | 2 mmHg  | *assumed*: filling at rest, that of the chain which the fitted law was made from      |
 * | ρ, wS  | –, Pa | 4, 1 mmHg | *assumed*: settings `pumpReserve`, `fillingWidth` of both laws                     |
 * | x50    | Pa   | 21.5 mmHg | setting `afterloadHalf`; with the table, its ratio to the default is an innate strength |
 *
 * `afterloadWidth` has no part in the table: its curve has the width that was computed.
 */
import { type RunRecord, unwrap } from "@openlymph/base";
import json from "../../data/pump-table.json" with { type: "json" };
import { type AveragedParameters, averagedParameters } from "./parameters.ts";
import { afterloadShare, fillingShare } from "./pump-law.ts";
import { makePumpTable, type PumpTable, restFilling } from "./pump-table.ts";
import { readPumpTable } from "./pump-table-law.ts";

/** `fit`: logistic curves, the default; `table`: the resolved collector, interpolated. */
export const pumpLaws = ["fit", "table"] as const;
export type PumpLaw = (typeof pumpLaws)[number];

/** One pump with its buffers; `fill` first, then `lift` as often as there are ways out. SI. */
export interface Pump {
  /** After the last `lift`: share of the capacity that flows, its derivative in tissue pressure, and in afterload. */
  readonly answer: Float64Array;
  /** Elastic tissue pressure, Pa, and strength θ, above 0. */
  fill(pressure: number, strength: number): void;
  /** Afterload ΔP, Pa. */
  lift(afterload: number): void;
}

let loaded: PumpTable | undefined;

/** The table of the repository. */
export function pumpTable(): PumpTable {
  loaded ??= unwrap(makePumpTable(json));
  return loaded;
}

/** The run record of the table a law reads, for the records of what is computed with it; none for the fitted law. */
export function pumpTableRecord(law: PumpLaw): RunRecord | undefined {
  return law === "table" ? pumpTable().record : undefined;
}

function fittedPump({ fillingWidth, pumpReserve, tissuePressure, ...rest }: AveragedParameters): Pump {
  const { afterloadHalf, afterloadWidth } = rest;
  const halfFilling = tissuePressure + fillingWidth * Math.log(pumpReserve - 1);
  const answer = new Float64Array(3);
  /** Share of filling and strength since the last `fill`. */
  const filled = new Float64Array(2);
  return {
    answer,
    fill(pressure, strength) {
      filled[0] = fillingShare(pressure, halfFilling, fillingWidth);
      filled[1] = strength;
    },
    lift(afterload) {
      const filling = filled[0]!;
      const theta = filled[1]!;
      const psi = afterloadShare(afterload, afterloadHalf, afterloadWidth, theta);
      const share = filling * psi;
      answer[0] = share;
      answer[1] = (share * (1 - filling)) / fillingWidth;
      answer[2] = (-share * (1 - psi)) / (afterloadWidth * theta);
    },
  };
}

function tabulatedPump(parameters: AveragedParameters): Pump {
  const { fillingWidth, pumpReserve, tissuePressure, afterloadHalf } = parameters;
  const table = pumpTable();
  const reader = readPumpTable(table);
  const innate = afterloadHalf / averagedParameters().afterloadHalf;
  const halfRate = tissuePressure + fillingWidth * Math.log(pumpReserve / table.fillingReserve - 1);
  const answer = new Float64Array(3);
  const filled = new Float64Array(1);
  return {
    answer,
    fill(pressure, strength) {
      filled[0] = fillingShare(pressure, halfRate, fillingWidth);
      reader.fill(pressure - tissuePressure + restFilling, strength * innate);
    },
    lift(afterload) {
      const rate = filled[0]!;
      reader.lift(afterload);
      const flow = reader.answer[0]!;
      answer[0] = rate * flow;
      answer[1] = (rate * (1 - rate) * flow) / fillingWidth + rate * reader.answer[1]!;
      answer[2] = rate * reader.answer[2]!;
    },
  };
}

/** A pump with these parameters, of its own buffers. */
export function makePump(parameters: AveragedParameters, law: PumpLaw): Pump {
  return law === "fit" ? fittedPump(parameters) : tabulatedPump(parameters);
}
