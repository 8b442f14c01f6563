import type { SessionStep } from "@openlymph/rehearsal";
import type { DrawnFigure } from "../../body/figure.worker.ts";
import { boxOf, wholeBody } from "../../body/frame.ts";
import { PlanSpots } from "../../body/PlanSpots.tsx";
import styles from "./PrintSheet.module.css";

export interface PlanMapProps {
  readonly drawn: DrawnFigure;
  readonly steps: readonly SessionStep[];
  readonly title: string;
}

/** A body with the numbers of the steps where they are done, and an arrow the way each runs. */
export function PlanMap({ drawn, steps, title }: PlanMapProps) {
  const body = drawn.layers
    .filter(({ id }) => ["defs", "ground", "outline"].includes(id))
    .map(({ svg }) => svg)
    .join("");
  return (
    <figure className={styles["map"]}>
      <svg viewBox={boxOf(wholeBody)} role="img" aria-label={title}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing, without anything a file says */}
        <g dangerouslySetInnerHTML={{ __html: body }} />
        <PlanSpots scene={drawn.scene} steps={steps} />
      </svg>
      <figcaption>{title}</figcaption>
    </figure>
  );
}
