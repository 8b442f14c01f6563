import type { SessionStep } from "@openlymph/rehearsal";
import type { DrawnFigure } from "../../body/figure.worker.ts";
import { frameBox } from "../../body/frame.ts";
import styles from "./PrintSheet.module.css";
import { labelHeight, labelWidth, placedSpots, planSpots } from "./plan-spots.ts";

const shaft = 42;
const head = 9;

export interface PlanMapProps {
  readonly drawn: DrawnFigure;
  readonly steps: readonly SessionStep[];
  readonly title: string;
}

/** A body with the numbers of the steps where they are done, and an arrow the way each runs. */
export function PlanMap({ drawn, steps, title }: PlanMapProps) {
  const spots = placedSpots(planSpots(drawn.scene, steps));
  const body = drawn.layers
    .filter(({ id }) => ["defs", "ground", "outline"].includes(id))
    .map(({ svg }) => svg)
    .join("");
  return (
    <figure className={styles["map"]}>
      <svg viewBox={frameBox} role="img" aria-label={title}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing, without anything a file says */}
        <g dangerouslySetInnerHTML={{ __html: body }} />
        {spots.map(({ x, y, angles }) =>
          angles.map((angle) => (
            <path
              key={`${x} ${y} ${angle}`}
              className={styles["arrow"]}
              transform={`translate(${x} ${y}) rotate(${angle})`}
              d={`M0 0H${shaft}m${-head} ${-head}l${head} ${head}l${-head} ${head}`}
            />
          )),
        )}
        {spots.map(({ x, y, text, labelX, labelY }) => (
          <g key={`${x} ${y}`}>
            <path className={styles["leader"]} d={`M${x} ${y}L${labelX} ${labelY}`} />
            <rect
              className={styles["disc"]}
              x={labelX - labelWidth(text)}
              y={labelY - labelHeight}
              width={2 * labelWidth(text)}
              height={2 * labelHeight}
              rx={labelHeight}
            />
            <text className={styles["count"]} x={labelX} y={labelY + 9}>
              {text}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>{title}</figcaption>
    </figure>
  );
}
