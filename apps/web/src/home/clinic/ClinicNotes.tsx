/** What other screens say of the clinic, to whoever has joined one. */
import type { AnyOperation, Operation } from "@openlymph/record";
import { CircleCheck, Clock, TriangleAlert } from "lucide-react";
import { goTo } from "../go-to.ts";
import styles from "../Home.module.css";
import { countsOf } from "../store/sync-rules.ts";
import { BigButton } from "../ui/BigButton.tsx";
import { useHome } from "../use-home.ts";
import { whenSaid } from "../when.ts";
import { useClinicWords } from "../words/use-clinic-words.ts";

/** Where what was written is: on this phone, at the clinic, or still on its way. */
export function ClinicLine() {
  const { state, words, record } = useHome();
  const { line } = useClinicWords();
  const { link, self, own, unsaved, trouble } = state;
  const { waiting, since, refused } = countsOf(own, self.device);
  if (link === undefined || link.state === "left") return null;
  const more = (text: string, label: string, screen: "join" | "me") => (
    <div className={styles["interrupted"]}>
      <p>{text}</p>
      <BigButton kind="plain" onPress={() => goTo(screen)}>
        {label}
      </BigButton>
    </div>
  );
  const counted = waiting > 0 && since !== undefined ? line.waiting(waiting, whenSaid(since, words)) : undefined;
  const all = link.state === "joined" && counted === undefined;
  return (
    <>
      {unsaved > 0 && trouble !== undefined ? null : (
        <p className={styles["saved"]}>
          <CircleCheck aria-hidden="true" size={20} /> {all ? line.there : line.here}
        </p>
      )}
      {counted === undefined ? null : (
        <p className={styles["waits"]}>
          <Clock aria-hidden="true" size={20} /> {counted}
        </p>
      )}
      {link.state === "asked" ? more(line.asked, line.answer, "join") : null}
      {link.state === "signed-off" ? more(line.signedOff, line.look, "me") : null}
      {refused.length > 0 ? more(line.refused(refused.length), line.look, "me") : null}
      {link.disagreement !== undefined ? more(line.doubt, line.look, "me") : null}
      {link.state === "joined" && record.plan === undefined ? <p>{line.noPlan}</p> : null}
    </>
  );
}

/** Whose plan it is, and what they wrote to it. */
export function PlanFrom() {
  const { record, words } = useHome();
  const { plan: said, roles } = useClinicWords();
  const { plan } = record;
  if (plan?.by === undefined) return null;
  const note = record.releases.find(({ operation }) => operation === plan.operation)?.note;
  return (
    <>
      <p className={styles["quiet"]}>{said.by(plan.by.name, roles[plan.by.role], whenSaid(plan.at, words))}</p>
      {note === undefined || note === "" ? null : (
        <p className={styles["found"]}>
          <strong>{said.note}</strong> {note}
        </p>
      )}
    </>
  );
}

type OfPlan = Operation<"plan/released"> | Operation<"plan/withdrawn">;
const isOfPlan = (operation: AnyOperation): operation is OfPlan =>
  operation.kind === "plan/released" || operation.kind === "plan/withdrawn";

/** The clinic has taken its plan back: who, when, why. */
export function Withdrawn() {
  const { state, words } = useHome();
  const { plan: said } = useClinicWords();
  const arrivalOf = ({ standing }: (typeof state.own)[number]) => (standing.state === "taken" ? standing.arrival : 0);
  const last = state.own
    .filter(({ operation }) => isOfPlan(operation))
    .toSorted((a, b) => arrivalOf(a) - arrivalOf(b))
    .at(-1)?.operation;
  if (last?.kind !== "plan/withdrawn") return null;
  return (
    <div role="status" className={styles["interrupted"]}>
      <p>
        <TriangleAlert aria-hidden="true" size={20} />{" "}
        {said.withdrawn(last.body.by.name, whenSaid(last.at, words), last.body.why)}
      </p>
    </div>
  );
}

/** After a stop the clinic has said that sessions may go on: who said so. */
export function ClearedNote() {
  const { record, words } = useHome();
  const said = useClinicWords();
  const last = record.checks.at(-1);
  if (last?.locks !== true) return null;
  const cleared = record.clearances.findLast(({ check, by }) => check === last.operation && by !== undefined);
  if (cleared?.by === undefined) return null;
  return (
    <p role="status" className={styles["found"]}>
      {said.cleared(cleared.who, cleared.by.name, whenSaid(cleared.at, words))}
    </p>
  );
}
