import card from "../../ui/Card.module.css";
import { useMay } from "../use-may.ts";
import { Arrivals } from "./Arrivals.tsx";
import { Erase } from "./Erase.tsx";
import { ExportCard } from "./ExportCard.tsx";
import { Merge } from "./Merge.tsx";
import { PersonAudit } from "./PersonAudit.tsx";
import { ReadInCard } from "./ReadInCard.tsx";
import { Refused } from "./Refused.tsx";
import { Team } from "./Team.tsx";

/** Everything that was written, who looked, who may, and how it leaves. */
export function RecordTab() {
  const { help, decide, own } = useMay();
  return (
    <div className={card["stack"]}>
      <Arrivals />
      <Refused />
      {help ? <ReadInCard /> : null}
      {decide ? (
        <>
          <PersonAudit />
          <div className={card["pair"]}>
            <Team />
            <ExportCard />
          </div>
        </>
      ) : null}
      {own ? (
        <div className={card["pair"]}>
          <Merge />
          <Erase />
        </div>
      ) : null}
    </div>
  );
}
