import styles from "./Curve.module.css";

export interface Series {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly xLabel: string;
  readonly yLabel: string;
}

const most = 24;

/** Every n-th number so that a table stays readable; first and last are always there. */
export function thinned(count: number, limit = most): readonly number[] {
  const step = Math.max(1, Math.ceil((count - 1) / (limit - 1)));
  const places = Array.from({ length: Math.ceil(count / step) }, (_, n) => n * step);
  return places.at(-1) === count - 1 ? places : [...places, count - 1];
}

/** The numbers of a curve. */
export function CurveTable({ xs, ys, xLabel, yLabel }: Series) {
  return (
    <table className={styles["table"]}>
      <thead>
        <tr>
          <th scope="col">{xLabel}</th>
          <th scope="col">{yLabel}</th>
        </tr>
      </thead>
      <tbody>
        {thinned(xs.length).map((n) => (
          <tr key={n}>
            <td>{Number((xs[n] ?? 0).toPrecision(4))}</td>
            <td>{Number((ys[n] ?? 0).toPrecision(4))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
