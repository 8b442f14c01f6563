import { type FigureScene, pointAlong } from "@openlymph/figure";
import type { Rehearsal } from "@openlymph/rehearsal";
import { useMemo } from "react";
import { flowsAt, type Moment } from "./moment.ts";

const places = [0.3, 0.55, 0.8];
/** Strands shorter than this carry one arrow. */
const short = 40;

/** Arrows along the vessels for those who want no motion; they turn where the flow runs backwards. */
export function Chevrons({ scene, rehearsal, moment, deep }: ChevronsProps) {
  const d = useMemo(() => {
    const strands = scene.strands.filter(({ overview }) => overview || deep);
    const flow = new Float32Array(strands.length).fill(1);
    const ids = strands.map(({ id }) => id);
    if (rehearsal !== undefined && moment !== undefined) flowsAt(rehearsal, moment, ids, flow);
    const at = new Float64Array(4);
    return strands
      .flatMap((strand, s) => {
        if (Math.abs(flow[s] ?? 0) < 0.02) return [];
        return (strand.length < short ? [0.55] : places).map((share) => {
          pointAlong(strand, share * strand.length, at);
          const sign = (flow[s] ?? 1) < 0 ? -1 : 1;
          const [x = 0, y = 0, dx = 0, dy = 0] = at;
          const arm = (side: number): string =>
            `${(x - sign * dx * 3 - side * dy * 2).toFixed(1)} ${(y - sign * dy * 3 + side * dx * 2).toFixed(1)}`;
          return `M${arm(1)}L${x.toFixed(1)} ${y.toFixed(1)}L${arm(-1)}`;
        });
      })
      .join("");
  }, [scene, rehearsal, moment, deep]);
  return (
    <path
      data-layer="chevrons"
      d={d}
      fill="none"
      stroke="var(--ink)"
      strokeWidth="0.9"
      strokeOpacity="0.75"
      strokeLinecap="round"
    />
  );
}

export interface ChevronsProps {
  readonly scene: FigureScene;
  readonly rehearsal: Rehearsal | undefined;
  readonly moment: Moment | undefined;
  readonly deep: boolean;
}
