import { type Plan, planDuration, regionsById, reviewStanding, strokesById } from "@openlymph/therapy";
import { Printer } from "lucide-react";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { spanText } from "../../../format/numbers.ts";
import { tellStep } from "../../../plan/tell-step.ts";
import { Act } from "../../ui/Act.tsx";
import { useClinic } from "../../use-clinic.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import styles from "./PlanSheet.module.css";

const told = words.plan;

function namesOf({ steps }: Plan): Readonly<Record<string, string>> {
  const regions = steps.flatMap(({ region, toward }) => [region, toward]);
  return Object.fromEntries([
    ...regions.map((id) => [id, regionsById.get(id)?.label ?? id]),
    ...steps.map(({ stroke }) => [stroke, strokesById.get(stroke)?.name ?? stroke]),
  ]);
}

function standing(plan: Plan): string {
  const { status, version } = reviewStanding(plan);
  if (status === "draft" || version === undefined) return told.sheet.draft;
  return told.sheet.approved(version.author.name, version.date);
}

/** The plan for paper, in large type, with a box for each step. */
function Sheet({ plan }: { readonly plan: Plan }) {
  const { name } = usePerson();
  const { me } = useClinic();
  const names = namesOf(plan);
  return createPortal(
    <article className={styles["sheet"]} data-testid="plan-sheet">
      <header>
        <p>
          {name} · {me.clinic.name}, {me.clinic.contact}
        </p>
        <h1>{plan.title}</h1>
        <p className={styles["standing"]}>{standing(plan)}</p>
        <p>
          <strong>{told.sheet.stop}</strong> {plan.stopRule ?? told.sheet.noStop}
        </p>
        {plan.position === undefined ? null : (
          <p>
            {told.sheet.position}: {plan.position}
          </p>
        )}
        {plan.garment === undefined ? null : (
          <p>
            {told.sheet.garment}: {plan.garment}
          </p>
        )}
        <p>{told.total(plan.steps.length, spanText(planDuration(plan).stroking))}</p>
      </header>
      <ol>
        {plan.steps.map((step, at) => {
          const { region, side, toward, doses, stroke } = tellStep(step, names);
          return (
            <li key={step.n ?? at}>
              <span className={styles["number"]}>{step.n ?? at + 1}</span>
              <span>
                <strong>{side === "" ? region : `${region}, ${side}`}</strong>
                {toward === undefined ? "" : ` → ${toward}`}
                <br />
                {stroke} · {doses.join(" · ")}
                {step.action === undefined ? null : (
                  <>
                    <br />
                    {step.action}
                  </>
                )}
              </span>
              <span className={styles["tick"]} />
            </li>
          );
        })}
      </ol>
      <footer>{told.sheet.foot}</footer>
    </article>,
    document.body,
  );
}

/** A button that prints the plan as a sheet. */
export function PlanSheet({ plan }: { readonly plan: Plan }) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return;
    const end = (): void => setPrinting(false);
    window.addEventListener("afterprint", end, { once: true });
    window.print();
    return () => window.removeEventListener("afterprint", end);
  }, [printing]);
  return (
    <>
      <Act onPress={() => setPrinting(true)}>
        <Printer aria-hidden="true" size={18} />
        {told.print}
      </Act>
      {printing ? <Sheet plan={plan} /> : null}
    </>
  );
}
