/** A tracer in the whole body, for a history told in a few lines. */
import { minute, unwrap } from "@openlymph/base";
import { type Examination, examineBody } from "@openlymph/rehearsal";
import { parseHistory } from "@openlymph/therapy";

/** Follows a tracer for some minutes from its injection into one territory. */
export function examination(history: string, inject: string, tracer: string, minutes: number): Examination {
  const head =
    "format: openlymph/history@1\ntitle: a case\nprovenance: { tag: assumed, source: a test }\nasOf: 2026-01-01\n";
  const told = unwrap(parseHistory(`${head}${history}`, "case.yaml"));
  return unwrap(examineBody(told, { inject: [inject], tracer, for: minutes * minute }));
}

/** A left arm some years after an axillary dissection, with a share of its pump strength left. */
export function operatedArm(procedure: string, strength: number): string {
  return `procedures:\n  - { procedure: ${procedure}, side: left, date: 2024-01-01 }\nassume:\n  - { pumpStrength: ${strength}, limb: arm, side: left, from: procedures }\n`;
}

/** Share of a depot that is removed, % per min. */
export function clearance({ findings }: Examination): number {
  return 100 * minute * findings.depot.clearance;
}
