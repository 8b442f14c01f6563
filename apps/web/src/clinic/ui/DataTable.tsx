import type { ReactNode } from "react";
import styles from "./Table.module.css";

export interface DataTableProps {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A table that scrolls sideways by itself where the screen is narrow; the first cell of a row names it. */
export function DataTable({ caption, heads, rows }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    // biome-ignore lint/a11y/useSemanticElements: it is a group of no fields, and no landmark beside that of its card
    <div role="group" className={styles["scroll"]} tabIndex={0} aria-label={caption}>
      <table className={styles["table"]} {...(heads.length > 4 ? { "data-wide": true } : {})}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...rest] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {rest.map((cell, n) => (
                <td key={heads[n + 1] ?? n}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
