import type { PlanStep } from "@openlymph/therapy";
import { ArrowRight, Wind } from "lucide-react";
import { useGlyph } from "../body/use-glyph.ts";
import type { ToldPlan } from "../run/named.ts";
import { classes } from "../ui/classes.ts";
import { words } from "../words.ts";
import styles from "./StepCard.module.css";
import { tellStep } from "./tell-step.ts";

export interface StepCardProps {
  readonly step: PlanStep;
  readonly names: ToldPlan["names"];
  readonly current: boolean;
  readonly onGo: (() => void) | undefined;
}

function Sign({ stroke, breathing }: { readonly stroke: string; readonly breathing: boolean }) {
  const glyph = useGlyph(stroke);
  if (breathing || glyph === undefined) return <Wind aria-hidden="true" size={24} className={styles["sign"]} />;
  return (
    <svg viewBox={glyph.viewBox.join(" ")} aria-hidden="true" className={styles["sign"]}>
      {glyph.paths.map((d) => (
        <path key={d} d={d} />
      ))}
      <path d={glyph.arrow.d} />
    </svg>
  );
}

/** One step of a plan; pressing it goes to its moment. */
export function StepCard({ step, names, current, onGo }: StepCardProps) {
  const told = tellStep(step, names);
  return (
    <li aria-current={current ? "step" : undefined}>
      <button
        type="button"
        className={classes(styles["card"], current && styles["current"])}
        disabled={onGo === undefined}
        onClick={onGo}
      >
        <span className={styles["number"]}>{step.n}</span>
        <span className={styles["text"]}>
          <span className={styles["place"]}>
            {told.region}
            {told.side === "" ? null : <span className={styles["side"]}>, {told.side}</span>}
          </span>
          {told.toward === undefined ? null : (
            <span className={styles["toward"]}>
              <ArrowRight aria-hidden="true" size={15} /> {told.toward}
            </span>
          )}
          <span className={styles["dose"]}>{told.doses.join(" · ")}</span>
          <span className={styles["how"]}>
            {told.provenance}
            {step.optional ? ` · ${words.plan.optional}` : ""}
          </span>
        </span>
        <span title={told.stroke}>
          <Sign stroke={step.stroke} breathing={told.toward === undefined} />
          <span className="unseen">{told.stroke}</span>
        </span>
      </button>
    </li>
  );
}
