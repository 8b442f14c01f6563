import type { FigureScene } from "@openlymph/figure";
import styles from "./DetourLayer.module.css";
import { type Detour, detourPath, detourWidth } from "./detours.ts";

/** Detours that carry lymph, wider the more they carry, where nothing moves. */
export function DetourLayer({ scene, detours }: { readonly scene: FigureScene; readonly detours: readonly Detour[] }) {
  return (
    <g data-layer="detours" className={styles["detours"]}>
      {detours.map((detour) => {
        const d = detourPath(scene, detour);
        if (d === undefined) return null;
        const width = detourWidth(detour);
        return (
          <g key={detour.id} data-id={detour.id}>
            <path d={d} className={styles["ground"]} strokeWidth={width + 2.4} />
            <path d={d} className={styles["flow"]} strokeWidth={width} />
          </g>
        );
      })}
    </g>
  );
}
