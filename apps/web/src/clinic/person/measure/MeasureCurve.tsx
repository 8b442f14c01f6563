import { type Estimate, interval95, measured, type Series, sides } from "@openlymph/measurement";
import { usePhone } from "../../../theme/use-media.ts";
import { dayShort } from "../../when.ts";
import { words } from "../../words/words.ts";
import styles from "./MeasureCurve.module.css";

const told = words.measure;
const [left, right, top, bottom] = [56, 16, 14, 28];

interface Point {
  readonly time: number;
  readonly estimate: Estimate;
}

/** The difference where both sides were measured, else the volume of the side that was. */
function pointsOf(series: Series): {
  readonly title: string;
  readonly points: readonly Point[];
  readonly zero: boolean;
} {
  const all = series.measurements.map(({ at }, n) => ({ time: at?.seconds ?? 0, ...measured(series, n) }));
  const compared = all.flatMap(({ time, compared: one }) =>
    one === undefined ? [] : [{ time, estimate: one.difference }],
  );
  if (compared.length > 0) return { title: told.curve, points: compared, zero: true };
  const side = sides.find((each) => all.some(({ volumes }) => volumes[each] !== undefined)) ?? "left";
  const points = all.flatMap(({ time, volumes }) => {
    const estimate = volumes[side];
    return estimate === undefined ? [] : [{ time, estimate }];
  });
  return { title: told.curveSide(words.sides[side].toLowerCase()), points, zero: false };
}

/** A step of 1, 2 or 5 that divides a range into about four. */
function stepOf(range: number): number {
  const rough = range / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}

/** Every measurement as a dot with its 95 % interval; the table below holds the numbers. */
export function MeasureCurve({ series }: { readonly series: Series }) {
  const phone = usePhone();
  const { title, points, zero } = pointsOf(series);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return null;
  const intervals = points.map(({ estimate }) => interval95(estimate).map((value) => 1e6 * value) as [number, number]);
  const [low, high] = [
    Math.min(...intervals.map(([value]) => value), ...(zero ? [0] : [])),
    Math.max(...intervals.map(([, value]) => value), ...(zero ? [0] : [])),
  ];
  const [width, height] = phone ? [360, 200] : [1000, 240];
  const step = stepOf(high - low);
  const [from, to] = [step * Math.floor(low / step), step * Math.ceil(high / step)];
  const x = (time: number): number =>
    left + 10 + ((width - left - right - 20) * (time - first.time)) / Math.max(1, last.time - first.time);
  const y = (value: number): number => top + ((height - top - bottom) * (to - value)) / (to - from);
  const ticks = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, n) => from + n * step);
  return (
    <figure className={styles["curve"]}>
      <figcaption>{title}, mL</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {ticks.map((value) => (
          <g key={value}>
            <path
              d={`M${left} ${y(value)}H${width - right}`}
              stroke={value === 0 && zero ? "var(--muted)" : "var(--line)"}
            />
            <text x={left - 10} y={y(value) + 5} textAnchor="end">
              {value < 0 ? `−${-value}` : value}
            </text>
          </g>
        ))}
        <polyline
          points={points.map(({ time, estimate }) => `${x(time)},${y(1e6 * estimate.value)}`).join(" ")}
          fill="none"
          stroke="color-mix(in srgb, var(--accent) 40%, transparent)"
          strokeWidth="2"
        />
        {points.map(({ time, estimate }, n) => (
          <g key={time} stroke="var(--accent)" strokeWidth="2">
            <path d={`M${x(time)} ${y(intervals[n]?.[0] ?? 0)}V${y(intervals[n]?.[1] ?? 0)}`} />
            <circle cx={x(time)} cy={y(1e6 * estimate.value)} r="4.5" fill="var(--accent)" stroke="none" />
          </g>
        ))}
        <text x={left + 10} y={height - 8}>
          {dayShort(1000 * first.time)}
        </text>
        <text x={width - right} y={height - 8} textAnchor="end">
          {dayShort(1000 * last.time)}
        </text>
      </svg>
    </figure>
  );
}
