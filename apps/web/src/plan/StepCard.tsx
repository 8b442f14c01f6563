import type { BodySide, PlanStep } from "@openlymph/therapy";
import { ArrowRight, Wind } from "lucide-react";
import { useGlyph } from "../body/use-glyph.ts";
import type { ToldPlan } from "../run/named.ts";
import type { ToldStroke } from "../run/told-stroke.ts";
import { Button } from "../ui/Button.tsx";
import { classes } from "../ui/classes.ts";
import { words } from "../words.ts";
import styles from "./StepCard.module.css";
import { StrokeSheet } from "./StrokeSheet.tsx";
import { tellStep } from "./tell-step.ts";

export interface StepCardProps {
  readonly step: PlanStep;
  readonly names: ToldPlan["names"];
  /** The side the plan is for. */
  readonly affected: BodySide;
  readonly current: boolean;
  readonly onGo: (() => void) | undefined;
  /** How its stroke is done. */
  readonly stroke: ToldStroke | undefined;
  /** Whether that is shown below the card. */
  readonly open: boolean;
  readonly onOpen: () => void;
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

/** One step of a plan; pressing it goes to its moment, pressing its sign shows how the stroke is done. */
export function StepCard({ step, names, affected, stroke, current, onGo, open, onOpen }: StepCardProps) {
  const told = tellStep(step, names, affected);
  return (
    <li data-step={step.n} aria-current={current ? "step" : undefined} className={styles["step"]}>
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
        <span className="unseen">{told.stroke}</span>
      </button>
      <span title={told.stroke} className={styles["how-done"]}>
        <Button round label={words.strokes.open(told.stroke)} expanded={open} onPress={onOpen}>
          <Sign stroke={step.stroke} breathing={told.toward === undefined} />
        </Button>
      </span>
      {open && stroke !== undefined ? <StrokeSheet told={stroke} /> : null}
    </li>
  );
}
