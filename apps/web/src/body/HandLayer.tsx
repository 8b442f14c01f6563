import type { FigureScene } from "@openlymph/figure";
import type { SessionStep } from "@openlymph/rehearsal";
import type { CSSProperties } from "react";
import styles from "./HandLayer.module.css";
import { atPosition, type HandPlace, handPlaces, positionAlong } from "./hand.ts";
import { useGlyph } from "./use-glyph.ts";

/** Length of a drawn hand in the units of its own outline; of the figure: a real one, or less where two lie close. */
const outlineLength = 40;
const longest = 72;
const shortest = 46;

/** A flat hand in a box from −20 to 20, fingers toward +x: palm, four fingers, thumb. */
function Palm() {
  return (
    <g className={styles["palm"]}>
      <rect x="-18" y="-10.5" width="20" height="21" rx="8" />
      <g className={styles["fingers"]}>
        <path d="M-2 -8H13M-2 -2.7H18M-2 2.7H17M-2 8H11" />
        <path className={styles["thumb"]} d="M-11 -7Q-6 -15 2 -16.5" />
      </g>
    </g>
  );
}

interface HandProps {
  readonly place: HandPlace;
  readonly step: SessionStep;
  readonly length: number;
  readonly moving: boolean;
}

function handLength(places: readonly HandPlace[]): number {
  const [a, b] = places;
  if (a === undefined || b === undefined) return longest;
  return Math.min(longest, Math.max(shortest, 1.1 * Math.hypot(a.x - b.x, a.y - b.y)));
}

function Hand({ place, step, length, moving }: HandProps) {
  const glyph = useGlyph(step.stroke);
  const turn = place.angle ?? -90;
  const scale = length / outlineLength;
  const mirror = place.mirrored ? -1 : 1;
  return (
    <g transform={`translate(${place.x} ${place.y}) rotate(${turn}) scale(${scale} ${scale * mirror})`}>
      <g
        className={styles["hand"]}
        data-moving={moving}
        data-breathing={place.angle === undefined}
        style={{ "--cycle": `${step.cycle}s` } as CSSProperties}
      >
        <Palm />
        {glyph === undefined || place.angle === undefined ? null : (
          <g className={styles["glyph"]}>
            {(["halo", "line"] as const).map((part) => (
              <g key={part} className={styles[part]}>
                {glyph.paths.map((d) => (
                  <path key={d} d={d} />
                ))}
                <path d={glyph.arrow.d} />
              </g>
            ))}
          </g>
        )}
      </g>
    </g>
  );
}

export interface HandLayerProps {
  readonly scene: FigureScene;
  readonly step: SessionStep;
  readonly next: SessionStep | undefined;
  /** s after the session began. */
  readonly time: number;
  readonly moving: boolean;
}

/** The hands of the step under way, and where the next one lies. */
export function HandLayer({ scene, step, next, time, moving }: HandLayerProps) {
  const still = handPlaces(scene, step);
  const length = handLength(still);
  const hands = still.map((place) => atPosition(place, positionAlong(step, time)));
  const nextPlaces = next === undefined || next.region === step.region ? [] : handPlaces(scene, next);
  return (
    <g data-layer="hand">
      {nextPlaces.map(({ x, y }) => (
        <ellipse key={`${x} ${y}`} className={styles["next"]} cx={x} cy={y} rx="26" ry="20" />
      ))}
      {hands.map((place) => (
        <Hand key={place.mirrored ? "R" : `L${Math.sign(place.x)}`} length={length} {...{ place, step, moving }} />
      ))}
    </g>
  );
}
