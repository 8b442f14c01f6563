import { words } from "../words.ts";
import styles from "./Curve.module.css";
import { valueAt } from "./value-at.ts";

/** Between what the ys may lie, at places of their own along the x axis. */
export interface CurveBand {
  readonly xs: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface Series {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly band?: CurveBand | undefined;
}

const most = 24;

/** Every n-th number so that a table stays readable; first and last are always there. */
export function thinned(count: number, limit = most): readonly number[] {
  const step = Math.max(1, Math.ceil((count - 1) / (limit - 1)));
  const places = Array.from({ length: Math.ceil(count / step) }, (_, n) => n * step);
  return places.at(-1) === count - 1 ? places : [...places, count - 1];
}

const short = (value: number | null | undefined): string =>
  value === null || value === undefined ? "" : String(Number(value.toPrecision(4)));

/** The numbers of a curve. */
export function CurveTable({ xs, ys, xLabel, yLabel, band }: Series) {
  return (
    <table className={styles["table"]}>
      <thead>
        <tr>
          <th scope="col">{xLabel}</th>
          <th scope="col">{yLabel}</th>
          {band === undefined ? null : <th scope="col">{words.happens.between}</th>}
        </tr>
      </thead>
      <tbody>
        {thinned(xs.length).map((n) => (
          <tr key={n}>
            <td>{short(xs[n] ?? 0)}</td>
            <td>{short(ys[n] ?? 0)}</td>
            {band === undefined ? null : (
              <td>{[band.low, band.high].map((edge) => short(valueAt(band.xs, edge, xs[n] ?? 0))).join(" … ")}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
