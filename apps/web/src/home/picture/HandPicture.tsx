import { type Ref, useImperativeHandle, useRef } from "react";
import { arrowOf, atPosition, type HandPlace, handPlaces } from "../../body/hand.ts";
import { useTheme } from "../../theme/theme.ts";
import { useReducedMotion } from "../../theme/use-media.ts";
import type { PlayedStep } from "../player/played-step.ts";
import { type BodyView, bodyName } from "./body-files.ts";
import styles from "./HandPicture.module.css";
import { usePlaces } from "./use-places.ts";

/** Breadth of a hand in units of the figure, 1/1000 of the body's height: 85 mm of about 1.7 m. */
const handWidth = 50;
/** Height of what is shown, units. */
const shown = 330;
const scale = 1.9;

export interface MovingHand {
  /** Moves the hand to where it is at a share of the stroke; `resting` while it is carried to the place. */
  readonly move: (phase: number, resting: boolean) => void;
}

export interface HandPictureProps {
  readonly step: PlayedStep;
  readonly position: number;
  readonly label: string;
  readonly hand: Ref<MovingHand>;
}

/** A flat hand in a box from −20 to 20, fingers toward +x. */
function Palm() {
  return (
    <g className={styles["palm"]}>
      <rect x="-18" y="-10.5" width="20" height="21" rx="8" />
      <path d="M-2 -8H13M-2 -2.7H18M-2 2.7H17M-2 8H11" />
      <path d="M-11 -7Q-6 -15 2 -16.5" />
    </g>
  );
}

/** Which way the hand works, above it. */
function Arrow({ place }: { readonly place: HandPlace }) {
  const arrow = arrowOf(place);
  if (arrow === undefined) return null;
  const to = arrow.to / scale;
  const d = `M${(arrow.from / scale).toFixed(1)} 0H${to.toFixed(1)}M${(to - 7).toFixed(1)} -6L${to.toFixed(1)} 0L${(to - 7).toFixed(1)} 6`;
  return (
    <g data-arrow="">
      <path className={styles["halo"]} d={d} />
      <path className={styles["arrow"]} d={d} />
    </g>
  );
}

/** The part of the body that is worked on, and the hand that works there, at the rate and in the direction of the plan. */
export function HandPicture({ step, position, label, hand }: HandPictureProps) {
  const places = usePlaces();
  const theme = useTheme();
  const still = useReducedMotion();
  const moving = useRef<(SVGGElement | null)[]>([]);
  useImperativeHandle(
    hand,
    () => ({
      move(phase, resting) {
        if (still) return;
        for (const [n, palm] of moving.current.entries()) {
          if (palm === null) continue;
          const { along, across, pressure, lift, rise } = step.moving.motion(phase + (n > 0 ? step.moving.lag : 0));
          const up = resting ? 1 : lift;
          const size = 1 + 0.1 * up - 0.06 * pressure + 0.12 * rise;
          const x = (along * handWidth) / scale;
          const y = (-across * handWidth) / scale;
          palm.setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${size.toFixed(3)})`);
          palm.style.setProperty("--press", resting ? "0" : pressure.toFixed(2));
        }
      },
    }),
    [step, still],
  );
  if (places === undefined) return <div className={styles["picture"]} aria-hidden="true" />;
  const view: BodyView = handPlaces(places.front, step.hand).length > 0 ? "front" : "back";
  const found = handPlaces(places[view], step.hand);
  const { positions } = step.step;
  const share = positions < 2 ? 0 : 0.5 - (position - 1) / (positions - 1);
  const hands = found.map((place) => atPosition(place, share));
  const middle = (key: "x" | "y"): number =>
    hands.reduce((sum, each) => sum + each[key], 0) / Math.max(1, hands.length);
  const [cx, cy] = hands.length === 0 ? [0, 300] : [middle("x"), middle("y")];
  const spread = Math.max(0, ...hands.map(({ x }) => Math.abs(x - cx)));
  const height = Math.max(shown, 2 * spread + 150);
  const left = Math.min(250 - height / 2, Math.max(-250 + height / 2, cx)) - height / 2;
  const top = Math.min(1010 - height, Math.max(-12, cy - height / 2));
  // Front view: the person's left is on the viewer's right.
  const letters = (["L", "R"] as const).flatMap((letter) => {
    const side = (letter === "L") === (view === "front") ? 1 : -1;
    const edge = side > 0 ? left + height : left;
    return edge * side < 40 ? [] : [{ letter, x: edge - 0.06 * side * height }];
  });
  return (
    <svg
      className={styles["picture"]}
      viewBox={`${left.toFixed(1)} ${top.toFixed(1)} ${height.toFixed(1)} ${height.toFixed(1)}`}
      role="img"
      aria-label={label}
      data-view={view}
    >
      <image href={`/${bodyName(view, theme)}`} x="-250" y="-12" width="500" height="1022" />
      {letters.map(({ letter, x }) => (
        <text key={letter} className={styles["letter"]} x={x} y={top + 0.11 * height} fontSize={0.09 * height}>
          {letter}
        </text>
      ))}
      {hands.map((place, n) => (
        <g
          key={`${place.x} ${place.y}`}
          transform={`translate(${place.x} ${place.y}) rotate(${place.angle ?? -90}) scale(${scale} ${place.mirrored ? -scale : scale})`}
        >
          <g
            ref={(element) => {
              moving.current[n] = element;
            }}
          >
            <Palm />
          </g>
          <Arrow place={place} />
        </g>
      ))}
    </svg>
  );
}
