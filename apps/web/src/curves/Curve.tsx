import { useEffect, useRef } from "react";
import type uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Clock } from "../clock/clock.ts";
import { useTheme } from "../theme/theme.ts";
import { useKeptOpen } from "../ui/kept-place.ts";
import { words } from "../words.ts";
import styles from "./Curve.module.css";
import { type CurveBand, CurveTable, type Series } from "./CurveTable.tsx";
import { useDrawing } from "./use-drawing.ts";
import { valueAt } from "./value-at.ts";

export interface CurveProps extends Series {
  readonly title: string;
  readonly clock: Clock;
  /** Where the clock's time lies on the x axis; undefined where it does not. */
  readonly place: (time: number) => number | undefined;
}

const height = 150;

function colour(element: Element, name: string): string {
  const probe = document.createElement("i");
  probe.style.color = `var(--${name})`;
  element.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

/** The curve, and where there is a band its lower and upper edge, at the same places along the x axis. */
function dataOf(xs: readonly number[], ys: readonly number[], band: CurveBand | undefined): uPlot.AlignedData {
  const edges = band === undefined ? [] : [band.low, band.high].map((edge) => xs.map((x) => valueAt(band.xs, edge, x)));
  return [[...xs], [...ys], ...edges];
}

function options(element: HTMLElement, width: number, banded: boolean): uPlot.Options {
  const [ink, line, accent] = [colour(element, "muted"), colour(element, "line"), colour(element, "accent")];
  const faint = accent.replace(/^rgb\((.*)\)$/, "rgba($1, 0.18)");
  const edge: uPlot.Series = { stroke: "transparent", points: { show: false } };
  const font = `13px ${getComputedStyle(element).fontFamily}`;
  const axis: uPlot.Axis = {
    stroke: ink,
    font,
    grid: { stroke: line, width: 1 },
    ticks: { stroke: line, width: 1, size: 4 },
  };
  return {
    width,
    height,
    legend: { show: false },
    cursor: { show: false },
    padding: [10, 12, 0, 0],
    scales: { x: { time: false } },
    axes: [
      { ...axis, size: 28, space: 44 },
      {
        ...axis,
        size: 58,
        space: 30,
        values: (_, splits) => splits.map((value) => String(Number(value.toPrecision(6)))),
      },
    ],
    series: [{}, { stroke: accent, width: 2.5, points: { show: false } }, ...(banded ? [edge, edge] : [])],
    ...(banded ? { bands: [{ series: [3, 2], fill: faint }] } : {}),
  };
}

/** A curve with its numbers as a table below, and a line where the clock stands. */
export function Curve({ title, xs, ys, xLabel, yLabel, clock, place, band }: CurveProps) {
  const box = useRef<HTMLDivElement>(null);
  const marker = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const Drawing = useDrawing();
  const [unfolded, setUnfolded] = useKeptOpen(title, false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read anew with every theme
  useEffect(() => {
    const element = box.current;
    if (element === null || Drawing === undefined) return;
    const plot = new Drawing(options(element, element.clientWidth, band !== undefined), dataOf(xs, ys, band), element);
    const mark = (): void => {
      const line = marker.current;
      if (line === null) return;
      const x = place(clock.get().time);
      line.hidden = x === undefined;
      if (x !== undefined) line.style.translate = `${plot.valToPos(x, "x") + plot.bbox.left / devicePixelRatio}px 0`;
    };
    const observer = new ResizeObserver(() => {
      plot.setSize({ width: element.clientWidth, height });
      mark();
    });
    observer.observe(element);
    const leave = clock.subscribe(mark);
    plot.hooks.ready = [mark];
    mark();
    return () => {
      leave();
      observer.disconnect();
      plot.destroy();
    };
  }, [xs, ys, band, clock, place, theme, Drawing]);

  return (
    <figure className={styles["curve"]} data-band={band !== undefined}>
      <figcaption className={styles["caption"]}>
        <span>{title}</span>
        <span className={styles["axis"]}>{yLabel}</span>
      </figcaption>
      <div className={styles["plot"]} ref={box} aria-hidden="true">
        <div className={styles["marker"]} ref={marker} hidden />
      </div>
      <p className={styles["x"]} aria-hidden="true">
        {xLabel}
      </p>
      <details
        className={styles["details"]}
        open={unfolded}
        onToggle={(event) => setUnfolded(event.currentTarget.open)}
      >
        <summary>{words.happens.asTable}</summary>
        <CurveTable {...{ xs, ys, xLabel, yLabel, band }} />
      </details>
    </figure>
  );
}
