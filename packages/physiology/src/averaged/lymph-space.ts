import { raise } from "@openlymph/base";
import type { WholeBody } from "./invert.ts";

/**
 * How much lymph stands where, m³: what a solute needs to travel with the flows of a body. Volumes do not change with
 * pressure; tissue has its own, which does.
 */
export interface LymphSpaces {
  /** Per drain, i.e. collector bundle from a compartment to a junction. */
  readonly drain: Float64Array;
  /** Per junction without the outlets: sinuses of a node group, a trunk, a duct. */
  readonly junction: Float64Array;
  /** Per edge between junctions. */
  readonly edge: Float64Array;
  /** Per anastomosis. */
  readonly anastomosis: Float64Array;
  /** Well-mixed cells in series along one bundle, one edge, and each anastomosis. */
  readonly cells: {
    readonly drain: number;
    readonly edge: number;
    readonly anastomosis: readonly number[];
  };
}

/** Raises `param/out-of-range` for a space that is not above zero or does not belong to the body. */
export function checkSpaces(body: WholeBody, spaces: LymphSpaces): void {
  const lengths = {
    drain: body.drainTo.length,
    junction: body.unknownCount,
    edge: body.edgeFrom.length,
    anastomosis: body.anastomosisA.length,
  };
  for (const [kind, length] of Object.entries(lengths) as [keyof typeof lengths, number][]) {
    const volumes = spaces[kind];
    if (volumes.length !== length) {
      raise("param/out-of-range", { path: kind, value: volumes.length, expected: `${length} volumes, one for each` });
    }
    const bad = volumes.findIndex((volume) => !(volume > 0 && volume < 1));
    if (bad >= 0) {
      raise("param/out-of-range", {
        path: `${kind}[${bad}]`,
        value: volumes[bad]!,
        expected: "a volume of lymph above 0, m3",
      });
    }
  }
}
