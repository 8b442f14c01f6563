import type { Rehearsal } from "@openlymph/rehearsal";
import { changeText, volumeText } from "../format/numbers.ts";
import { Fold } from "../ui/Fold.tsx";
import { words } from "../words.ts";
import { fullRegions } from "./full-regions.ts";
import styles from "./HappensPanel.module.css";

const most = 10;

/** The regions that hold most fluid above health, and what the session changes in each. */
export function Regions({ rehearsal, open }: { readonly rehearsal: Rehearsal; readonly open: boolean }) {
  const regions = fullRegions(rehearsal);
  return (
    <Fold title={words.happens.regions} aside={String(regions.length)} open={open}>
      {regions.length === 0 ? (
        <p className={styles["quiet"]}>{words.happens.regionsNone}</p>
      ) : (
        <>
          <p className={styles["quiet"]}>{words.happens.regionsWhy}</p>
          <table className={styles["compare"]} aria-label={words.happens.regions}>
            <tbody>
              {regions.slice(0, most).map(({ territory, name, excess, difference }) => (
                <tr key={territory}>
                  <th scope="row" className={styles["rowName"]}>
                    {name}
                  </th>
                  <td>{volumeText(excess)}</td>
                  <td className={styles["change"]}>{changeText(difference.at(-1) ?? 0, 3)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Fold>
  );
}
