import { useMemo } from "react";
import type { CollectorCycle } from "../run/collector-run.ts";
import { words } from "../words.ts";
import styles from "./Microscope.module.css";

const told = words.microscope;
const width = 200;
const height = 64;
const room = 6;

interface TraceProps {
  readonly name: string;
  readonly unit: string;
  readonly values: Float64Array;
  readonly moment: number;
  readonly digits: number;
}

/** Decimals without a minus before nothing. */
function text(value: number, digits: number): string {
  const shown = value.toFixed(digits);
  return Number(shown) === 0 ? shown.replace("-", "") : shown.replace("-", "\u2212");
}

/** One course over the cycle with the value of the moment. */
function Trace({ name, unit, values, moment, digits }: TraceProps) {
  const { path, low, high, y } = useMemo(() => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const span = most - least || 1;
    const place = (value: number): number => height - room - ((value - least) / span) * (height - 2 * room);
    const points = Array.from(
      values,
      (value, n) => `${((n / (values.length - 1)) * width).toFixed(1)} ${place(value).toFixed(1)}`,
    );
    return { path: `M${points.join("L")}`, low: least, high: most, y: place };
  }, [values]);
  const now = values[moment] ?? 0;
  const x = (moment / (values.length - 1)) * width;
  return (
    <figure className={styles["trace"]}>
      <figcaption>
        <span>{name}</span>
        <output>
          {text(now, digits)} {unit}
        </output>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={told.trace(name, text(low, digits), text(high, digits), unit)}
      >
        <path className={styles["curve"]} d={path} />
        <path className={styles["now"]} d={`M${x} 0V${height}`} />
        <circle className={styles["dot"]} cx={x} cy={y(now)} r="3" />
      </svg>
      <p className={styles["range"]}>
        {text(low, digits)} … {text(high, digits)} {unit}
      </p>
    </figure>
  );
}

/** Pressure, diameter and flow of the middle lymphangion and its valve. */
export function Traces({ cycle, moment }: { readonly cycle: CollectorCycle; readonly moment: number }) {
  const middle = (cycle.diameter.length - 1) / 2;
  return (
    <>
      <Trace name={told.pressure} unit="mmHg" values={cycle.pressure[middle]!} digits={1} moment={moment} />
      <Trace name={told.diameter} unit="mm" values={cycle.diameter[middle]!} digits={2} moment={moment} />
      <Trace name={told.flow} unit="mL/h" values={cycle.flow[middle + 1]!} digits={1} moment={moment} />
    </>
  );
}
