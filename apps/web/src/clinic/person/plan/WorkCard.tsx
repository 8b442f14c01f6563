import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card, Note } from "../../ui/Card.tsx";
import { words } from "../../words/words.ts";
import { PlanEdit } from "./PlanEdit.tsx";
import { PlanSheet } from "./PlanSheet.tsx";
import { StartPlan } from "./StartPlan.tsx";
import { StudioLink } from "./StudioLink.tsx";
import type { Work } from "./use-work.ts";

const told = words.plan;

/** The plan under work: begun, changed, printed, looked at in the studio. */
export function WorkCard({ work }: { readonly work: Work }) {
  const { text, plan, failure, history, touched, set, discard } = work;
  if (text === undefined) return <StartPlan history={history} onText={set} />;
  return (
    <Card title={told.work} aside={touched ? <Act onPress={discard}>{told.discard}</Act> : null}>
      {failure === undefined ? null : (
        <Note tone="danger" loud>
          <p>{failure}</p>
        </Note>
      )}
      {plan === undefined ? null : (
        <>
          <div className={card["row"]}>
            <PlanSheet plan={plan} />
            <StudioLink plan={text} />
          </div>
          <p className={card["quiet"]}>{told.studioAbout}</p>
          <PlanEdit plan={plan} text={text} onText={set} />
        </>
      )}
      <StartPlan folded history={history} onText={set} />
    </Card>
  );
}
