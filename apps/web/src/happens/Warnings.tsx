import type { Rehearsal } from "@openlymph/rehearsal";
import { TriangleAlert } from "lucide-react";
import { useMemo } from "react";
import { swellsBeyondDrawing } from "../body/moment.ts";
import { words } from "../words.ts";
import styles from "./Warnings.module.css";

/** Where the body left the range the model is meant for; stands above the numbers. */
export function Warnings({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const warnings = useMemo(
    () => [...rehearsal.findings.warnings, ...(swellsBeyondDrawing(rehearsal) ? [words.happens.drawnMost] : [])],
    [rehearsal],
  );
  if (warnings.length === 0) return null;
  return (
    <div className={styles["warnings"]} data-testid="warnings">
      <h3>
        <TriangleAlert aria-hidden="true" size={20} />
        {words.happens.outside}
      </h3>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </div>
  );
}
