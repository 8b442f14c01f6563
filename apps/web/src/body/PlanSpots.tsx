import type { FigureScene } from "@openlymph/figure";
import type { SessionStep } from "@openlymph/rehearsal";
import { useMemo } from "react";
import styles from "./PlanSpots.module.css";
import { labelHeight, labelWidth, placedSpots, planSpots } from "./plan-spots.ts";

const shaft = 42;
const head = 9;

/** The numbers of a plan's steps where they are done, and an arrow the way each runs. */
export function PlanSpots({ scene, steps }: { readonly scene: FigureScene; readonly steps: readonly SessionStep[] }) {
  const spots = useMemo(() => placedSpots(planSpots(scene, steps)), [scene, steps]);
  return (
    <g data-layer="steps">
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
    </g>
  );
}
