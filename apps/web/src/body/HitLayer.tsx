import type { FigureScene } from "@openlymph/figure";
import { type KeyboardEvent, memo, useMemo, useRef, useState } from "react";
import { words } from "../words.ts";
import figure from "./BodyFigure.module.css";
import styles from "./HitLayer.module.css";
import { neighbour, type PlacedThing, thingsOf } from "./things.ts";

export interface HitLayerProps {
  readonly scene: FigureScene;
  readonly deep: boolean;
  /** What is seen of the figure, as an SVG view box. */
  readonly box: string;
  readonly viewName: string;
  /** What is pointed at (undefined: nothing), and what is to be kept in sight. */
  readonly onPoint: (thing: PlacedThing | undefined) => void;
  /** `from`: where the focus was, when it was a key that was pressed. */
  readonly onKeep: (thing: PlacedThing | undefined, from?: SVGElement) => void;
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Unseen areas over the body that answer to pointer, touch and keys; one stop of the Tab key for each view. */
export const HitLayer = memo(function HitLayer({ scene, deep, box, viewName, onPoint, onKeep }: HitLayerProps) {
  const things = useMemo(() => thingsOf(scene, deep), [scene, deep]);
  const group = useRef<SVGSVGElement>(null);
  const [current, setCurrent] = useState<string>();
  const first = things.find(({ kind }) => kind === "node") ?? things[0];
  const stop = things.some(({ id }) => id === current) ? current : first?.id;

  const thingOf = (target: EventTarget): PlacedThing | undefined => {
    const id = (target as Element).getAttribute("data-thing");
    return things.find((thing) => thing.id === id);
  };
  const press = (event: KeyboardEvent): void => {
    const thing = thingOf(event.target);
    const direction = directions[event.key];
    if (event.key === "Escape") onKeep(undefined);
    if (thing === undefined) return;
    if (event.key === "Enter" || event.key === " ") onKeep(thing, event.target as SVGElement);
    else if (direction === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = direction === undefined ? undefined : neighbour(things, thing, direction);
    if (next === undefined) return;
    setCurrent(next.id);
    group.current?.querySelector<SVGElement>(`[data-thing="${CSS.escape(next.id)}"]`)?.focus();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group inside a drawing has no element of its own
    <svg
      viewBox={box}
      ref={group}
      role="group"
      aria-label={words.body.explore(viewName)}
      className={`${figure["drawing"]} ${styles["hits"]}`}
      data-layer="touch"
      onPointerOver={(event) => onPoint(thingOf(event.target))}
      onPointerLeave={() => onPoint(undefined)}
      onFocus={(event) => onPoint(thingOf(event.target))}
      onBlur={() => onPoint(undefined)}
      onClick={(event) => onKeep(thingOf(event.target))}
      onKeyDown={press}
    >
      {things.map(({ id, kind, name, d }) => (
        // biome-ignore lint/a11y/useSemanticElements: an area of a drawing cannot be a button element
        <path
          key={`${kind} ${id}`}
          d={d}
          data-thing={id}
          role="button"
          aria-label={`${words.facts.kinds[kind]}: ${name}`}
          tabIndex={id === stop ? 0 : -1}
          className={styles[kind]}
        />
      ))}
    </svg>
  );
});
