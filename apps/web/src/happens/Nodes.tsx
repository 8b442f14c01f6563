import type { NodeFinding, Rehearsal } from "@openlymph/rehearsal";
import { percentText, pressureText, timesText } from "../format/numbers.ts";
import { Fold } from "../ui/Fold.tsx";
import { words } from "../words.ts";
import styles from "./HappensPanel.module.css";

const most = 8;
/** From this share on nothing is left of a node group. */
const allGone = 0.995;

/** How far a node group is from health: pressure, load, or what was removed of it. */
function strain({ removed, pressure, healthyPressure, peakLoad }: NodeFinding): number {
  return removed + Math.abs(pressure / healthyPressure - 1) + Math.max(0, peakLoad - 1);
}

/** Node groups farthest from health. */
export function Nodes({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const nodes = [...rehearsal.findings.nodes]
    .filter((node) => strain(node) > 0.15)
    .sort((a, b) => strain(b) - strain(a))
    .slice(0, most);
  return (
    <Fold title={words.happens.nodes}>
      {nodes.length === 0 ? <p className={styles["quiet"]}>{words.happens.nodesNone}</p> : null}
      <ul className={styles["rows"]}>
        {nodes.map(({ node, name, removed, pressure, healthyPressure, load, peakLoad }) => (
          <li key={node}>
            <span className={styles["rowName"]}>{name}</span>
            <span className={styles["quiet"]}>
              {[
                ...(removed > 0 ? [words.happens.removedShare(percentText(removed))] : []),
                ...(removed >= allGone
                  ? [words.facts.place]
                  : [
                      `${pressureText(pressure)}, ${words.facts.health(pressureText(healthyPressure))}`,
                      `${words.happens.perHour} ${timesText(load)}`,
                      ...(peakLoad > load + 0.05 ? [words.happens.peak(timesText(peakLoad))] : []),
                    ]),
              ].join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
