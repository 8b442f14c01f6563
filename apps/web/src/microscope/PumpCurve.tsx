import type { PumpPointTold } from "../run/collector-run.ts";
import { words } from "../words.ts";
import styles from "./Microscope.module.css";

const told = words.microscope;
const width = 220;
const height = 120;
const left = 34;
const bottom = 22;
const top = 8;

export interface PumpCurveProps {
  readonly pump: readonly PumpPointTold[];
  readonly afterload: number;
  readonly outflow: number;
  /** Of the usual collector, to compare with; its own scale stays. */
  readonly most: number;
}

/** Mean flow against what is to be lifted, with the collector as it is now. */
export function PumpCurve({ pump, afterload, outflow, most }: PumpCurveProps) {
  const largest = Math.max(most, ...pump.map(({ flow }) => flow), outflow, 0.1);
  const furthest = Math.max(60, ...pump.map((point) => point.afterload));
  const x = (pressure: number): number => left + (pressure / furthest) * (width - left - 6);
  const y = (flow: number): number => top + (1 - Math.max(0, flow) / largest) * (height - top - bottom);
  const path = pump
    .map((point, n) => `${n === 0 ? "M" : "L"}${x(point.afterload).toFixed(1)} ${y(point.flow).toFixed(1)}`)
    .join("");
  const ticks = [0, 20, 40, 60].filter((tick) => tick <= furthest);
  return (
    <figure className={styles["pump"]}>
      <figcaption>{told.pump}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={told.pumpAlt(outflow.toFixed(2), afterload)}>
        {ticks.map((tick) => (
          <g key={tick}>
            <path className={styles["grid"]} d={`M${x(tick)} ${top}V${height - bottom}`} />
            <text className={styles["tick"]} x={x(tick)} y={height - 8} textAnchor="middle">
              {tick}
            </text>
          </g>
        ))}
        {[0, largest].map((tick) => (
          <text key={tick} className={styles["tick"]} x={left - 5} y={y(tick) + 4} textAnchor="end">
            {tick === 0 ? "0" : tick.toFixed(1)}
          </text>
        ))}
        <path className={styles["grid"]} d={`M${left} ${height - bottom}H${width - 6}`} />
        <path className={styles["curve"]} d={path} />
        <circle className={styles["dot"]} cx={x(afterload)} cy={y(outflow)} r="4.5" />
      </svg>
      <p className={styles["range"]}>{told.pumpAxes}</p>
    </figure>
  );
}
