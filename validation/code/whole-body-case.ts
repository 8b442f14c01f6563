/** A history run through the whole body, with its balance held, in the units of the reference numbers. */
import type { Limb } from "@openlymph/anatomy";
import { mL, mmHg, unwrap } from "@openlymph/base";
import type { PumpLaw } from "@openlymph/physiology";
import { excessFluid, limbExcessShare, lymphFlow, runBody } from "@openlymph/rehearsal";
import { parseHistory } from "@openlymph/therapy";
import { expect } from "vitest";

export const source = "reference run of the same equations (computed)";

function history(body: string) {
  const head =
    "format: openlymph/history@1\ntitle: a case\nprovenance: { tag: assumed, source: a test }\nasOf: 2026-01-01\n";
  return unwrap(parseHistory(`${head}${body}`, "case.yaml"));
}

export function run(body: string, times: readonly number[], pumpLaw: PumpLaw = "fit") {
  const result = unwrap(runBody(history(body), { times, pumpLaw }));
  const { index, healthy, series } = result;
  expect(series.balance.fluidError).toBeLessThan(1e-9);
  expect(series.balance.proteinError).toBeLessThan(1e-9);
  return {
    ...result,
    percent: (limb: Limb) => series.states.map((state) => 100 * limbExcessShare(index, healthy, state, limb)),
    millilitres: (territories: readonly string[]) =>
      series.states.map((state) => excessFluid(index, healthy, state, territories) / mL),
    flowRatio: (at: number, territories: readonly string[]) =>
      lymphFlow(index, series.states[at]!, territories) / lymphFlow(index, healthy, territories),
    pressure: (at: number, node: string) => series.states[at]!.pressure[index.nodes.indexOf(node)]! / mmHg,
  };
}

export const operated = (procedure: string, side: string): string =>
  `procedures:\n  - { procedure: ${procedure}, side: ${side}, date: 2026-01-01 }\n`;
export const irradiated = "  - { procedure: ALND_RLNR, part: radiotherapy, side: left, date: 2026-01-01 }\n";
/** The reference cut no collectors. */
export const bypass = (share: number): string => `assume:\n  - { cutCollectors: 0 }\n  - { bypass: ${share} }\n`;
export const weak = (limb: string, strength: number): string =>
  `  - { pumpStrength: ${strength}, limb: ${limb}, side: left, from: procedures }\n`;
