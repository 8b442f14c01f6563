/** Paths whose valve answers at once, each by the safeguarded search of static-root.ts: laws that prolapse, fold or blend. */
import type { PathGroup } from "./flow-paths.ts";
import { type StaticResistance, staticDrop } from "./static-root.ts";

/** A group of static valves; `laws[i]` belongs to `paths[i]`. */
export function staticGroup(paths: Int32Array, laws: readonly StaticResistance[]): PathGroup {
  return {
    paths,
    evaluate({ gap, series, drop, flow, byGap, bySeries }, _state, derivatives) {
      for (let i = 0; i < paths.length; i++) {
        const e = paths[i]!;
        const law = laws[i]!;
        const beside = series[e]!;
        const x = staticDrop(law, gap[e]!, beside, drop[e]!);
        const resistance = law.resistance(x);
        const q = beside > resistance ? (gap[e]! - x) / beside : x / resistance;
        drop[e] = x;
        flow[e] = q;
        if (!derivatives) continue;
        const conductance = (resistance - x * law.slope()) / (resistance * resistance);
        const divisor = 1 + beside * conductance;
        byGap[e] = conductance / divisor;
        bySeries[e] = (-q * conductance) / divisor;
      }
    },
  };
}
