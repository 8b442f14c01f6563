import type { View } from "@openlymph/figure";
import type { SessionStep } from "@openlymph/rehearsal";
import type { DrawnFigure } from "../../body/figure.worker.ts";
import { boxOf, wholeOf } from "../../body/frame.ts";
import { PlanSpots } from "../../body/PlanSpots.tsx";
import { words } from "../../words.ts";
import styles from "./PrintSheet.module.css";

/** The sides of the body as they lie on the paper, from its left to its right. */
const sidesShown = { front: ["right", "left"], back: ["left", "right"] } as const;

export interface PlanMapProps {
  readonly drawn: DrawnFigure;
  readonly steps: readonly SessionStep[];
  readonly title: string;
  readonly view: View;
}

/** A body with the numbers of the steps where they are done, and an arrow the way each runs. */
export function PlanMap({ drawn, steps, title, view }: PlanMapProps) {
  const body = drawn.layers
    .filter(({ id }) => ["defs", "ground", "outline"].includes(id))
    .map(({ svg }) => svg)
    .join("");
  return (
    <figure className={styles["map"]}>
      <svg viewBox={boxOf(wholeOf[drawn.scene.build])} role="img" aria-label={title}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing, without anything a file says */}
        <g dangerouslySetInnerHTML={{ __html: body }} />
        <PlanSpots scene={drawn.scene} steps={steps} />
      </svg>
      <p className={styles["sides"]}>
        {sidesShown[view].map((side) => (
          <span key={side}>
            <b>{words.body.sideLetters[side]}</b> {words.history.sides[side]}
          </span>
        ))}
      </p>
      <figcaption>{title}</figcaption>
    </figure>
  );
}
