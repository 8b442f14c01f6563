import type { FigureScene } from "@openlymph/figure";
import { memo, useMemo } from "react";
import styles from "./DetourLayer.module.css";
import { type Detour, detourPath, detourWidth } from "./detours.ts";

export interface DetourLayerProps {
  readonly scene: FigureScene;
  readonly detours: readonly Detour[];
  /** How much narrower they are than where the whole body is seen. */
  readonly size: number;
}

/** Detours that carry lymph, wider the more they carry: dashes that run with the flow. */
export const DetourLayer = memo(function DetourLayer({ scene, detours, size }: DetourLayerProps) {
  const paths = useMemo(() => detours.map((detour) => detourPath(scene, detour)), [scene, detours]);
  return (
    <g data-layer="detours" className={styles["detours"]}>
      {detours.map((detour, n) => {
        const d = paths[n];
        if (d === undefined) return null;
        const width = size * detourWidth(detour);
        return (
          <g key={detour.id} data-id={detour.id}>
            <path d={d} className={styles["ground"]} strokeWidth={width + 2.4 * size} />
            <path d={d} className={styles["flow"]} strokeWidth={width} />
          </g>
        );
      })}
    </g>
  );
});
