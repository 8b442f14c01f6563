import type { CollectorCycle } from "../run/collector-run.ts";
import { words } from "../words.ts";
import styles from "./Microscope.module.css";
import { leaflets, openness, picture, vesselPath } from "./vessel-shape.ts";

const told = words.microscope;

export interface CollectorPictureProps {
  readonly cycle: CollectorCycle;
  /** Moment of the cycle. */
  readonly moment: number;
}

/** The collector at one moment: as wide as it is computed, its valves as far open as lymph runs through them. */
export function CollectorPicture({ cycle, moment }: CollectorPictureProps) {
  const diameters = cycle.diameter.map((column) => column[moment] ?? 0);
  const largest = cycle.flow.map((column) => Math.max(...column));
  return (
    <svg
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      className={styles["picture"]}
      role="img"
      aria-label={told.picture}
    >
      <path className={styles["wall"]} d={vesselPath(diameters)} />
      {cycle.flow.map((column, k) => {
        const flow = column[moment] ?? 0;
        const x = picture.left + k * picture.cell;
        const open = openness(flow, largest[k]!);
        const back = flow < -0.02 * largest[k]!;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the valves of one collector, in their order
          <g key={k}>
            <path className={styles["leaflet"]} d={leaflets(diameters, Math.min(k, diameters.length), open)} />
            <path
              className={styles["stream"]}
              opacity={back ? 0.9 : open}
              d={
                back
                  ? `M${x + 30} ${picture.middle}h-22m7 -6l-7 6 7 6`
                  : `M${x + 6} ${picture.middle}h26m-7 -6l7 6 -7 6`
              }
            />
          </g>
        );
      })}
    </svg>
  );
}
