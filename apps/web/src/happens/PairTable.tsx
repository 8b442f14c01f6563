import { changeText, volumeText } from "../format/numbers.ts";
import { words } from "../words.ts";
import styles from "./HappensPanel.module.css";

export interface Pair {
  readonly name: string;
  readonly withSession: number;
  readonly without: number;
}

/** Volumes of both runs side by side; a name takes a line of its own. */
export function PairTable({ label, pairs }: { readonly label: string; readonly pairs: readonly Pair[] }) {
  return (
    <table className={styles["compare"]} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{label}</span>
          </th>
          <th scope="col">{words.happens.table.with}</th>
          <th scope="col">{words.happens.table.change}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ name, withSession, without }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{volumeText(withSession)}</td>
            <td className={styles["change"]}>{changeText(withSession - without, 3)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
