import card from "../../ui/Card.module.css";
import { Card } from "../../ui/Card.tsx";
import { words } from "../../words/words.ts";
import { useMay } from "../use-may.ts";
import { Findings } from "./Findings.tsx";
import { Phones } from "./Phones.tsx";
import { ReleasedPlan } from "./ReleasedPlan.tsx";
import { useWork } from "./use-work.ts";
import { VersionCard } from "./VersionCard.tsx";
import { Versions } from "./Versions.tsx";
import { WorkCard } from "./WorkCard.tsx";

/** What is worked on beside what the check finds in it; what is released, the phones it goes to, and every version. */
export function PlanTab() {
  const { decide } = useMay();
  const work = useWork();
  const { plan, checked, history, set } = work;
  const rest = (
    <>
      <ReleasedPlan />
      <Phones />
      <Versions {...(decide ? { onTake: set } : {})} />
    </>
  );
  if (!decide) return <div className={card["stack"]}>{rest}</div>;
  return (
    <div className={card["halves"]}>
      <WorkCard work={work} />
      <div className={card["stack"]}>
        <VersionCard work={work} />
        {plan === undefined || checked === undefined ? null : (
          <Card title={words.plan.check}>
            <Findings plan={plan} checked={checked} hasHistory={history !== undefined} onText={set} />
          </Card>
        )}
        {rest}
      </div>
    </div>
  );
}
