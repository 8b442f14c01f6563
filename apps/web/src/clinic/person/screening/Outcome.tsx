import { limitWords, type Reason, type Screening, type ScreeningOutcome, scopeWords } from "@openlymph/therapy";
import { CircleCheck, CircleSlash, Hand, OctagonX, TriangleAlert } from "lucide-react";
import { Badge } from "../../../ui/Badge.tsx";
import card from "../../ui/Card.module.css";
import { Fold } from "../../ui/Card.tsx";
import { words } from "../../words/words.ts";
import styles from "./Outcome.module.css";

const told = words.person.screening;
/** A sign for each decision: never colour alone. */
export const decisionSigns = {
  emergency: OctagonX,
  stop: OctagonX,
  hold: Hand,
  restrict: CircleSlash,
  modify: TriangleAlert,
  go: CircleCheck,
} as const;
const shownMissing = 4;

function ReasonTold({ reason }: { readonly reason: Reason }) {
  const { label, because, sayTherapist, sayPatient, resumeRule, disagreement, sources, lists } = reason;
  return (
    <li className={styles["reason"]}>
      <p className={styles["label"]}>
        {label} <Badge>{words.person.screening.groups[reason.action]}</Badge>
      </p>
      <p className={card["quiet"]}>{because}</p>
      {sayTherapist === undefined ? null : <p>{sayTherapist}</p>}
      <Fold title={told.source}>
        <dl className={styles["more"]}>
          <dt>{told.patient}</dt>
          <dd>{sayPatient}</dd>
          {resumeRule === undefined ? null : (
            <>
              <dt>{told.resume}</dt>
              <dd>{resumeRule}</dd>
            </>
          )}
          {disagreement === undefined ? null : (
            <>
              <dt>{told.disagree}</dt>
              <dd>{lists === undefined ? disagreement : `${disagreement} (${lists.words})`}</dd>
            </>
          )}
          <dt>{told.source}</dt>
          <dd>{sources.map(({ citation }) => citation).join("; ")}</dd>
        </dl>
      </Fold>
    </li>
  );
}

/** The places of the rules in words, in one text; none where none is named. */
function placesOf(rules: readonly string[], where: Screening["where"]): readonly string[] {
  const named = rules.flatMap((rule) => where[rule] ?? []).map(scopeWords);
  return named.length === 0 ? [] : [[...new Set(named)].join(", ")];
}

function Missing({ outcome }: { readonly outcome: ScreeningOutcome }) {
  const { questionsMissing, questionsOpen } = outcome;
  if (questionsMissing.length + questionsOpen.length === 0) return null;
  return (
    <div>
      {questionsMissing.length === 0 ? null : (
        <>
          <h3>{told.missing(questionsMissing.length)}</h3>
          <ul className={card["plainList"]}>
            {questionsMissing.slice(0, shownMissing).map(({ id, question }) => (
              <li key={id}>{question}</li>
            ))}
            {questionsMissing.length > shownMissing ? (
              <li>{told.missingMore(questionsMissing.length - shownMissing)}</li>
            ) : null}
          </ul>
        </>
      )}
      {questionsOpen.length === 0 ? null : <p className={card["quiet"]}>{told.open(questionsOpen.length)}</p>}
    </div>
  );
}

export interface OutcomeProps {
  readonly outcome: ScreeningOutcome;
  /** Where the places of the person are, by rule. */
  readonly where: Screening["where"];
}

/** What a screening comes to: the decision, why, what is left out, and that the rules are a draft. */
export function Outcome({ outcome, where }: OutcomeProps) {
  const { decision, said, reasons, avoidRegions, limits, reviewStatus } = outcome;
  const Sign = decisionSigns[decision];
  const limited = limitWords(limits);
  return (
    <div className={styles["outcome"]} data-decision={decision}>
      <p className={styles["decision"]}>
        <Sign aria-hidden="true" size={28} />
        {told.decisions[decision]}
        {reviewStatus === "draft" ? <Badge tone="warn">{words.draft}</Badge> : null}
      </p>
      <p>
        <strong>{said.title}.</strong> {said.body}
      </p>
      <Missing outcome={outcome} />
      {reasons.length === 0 ? null : (
        <div>
          <h3>{told.reasons}</h3>
          <ul className={styles["reasons"]}>
            {reasons.map((reason) => (
              <ReasonTold key={reason.rule} reason={reason} />
            ))}
          </ul>
        </div>
      )}
      {avoidRegions.length === 0 ? null : (
        <div>
          <h3>{told.avoid}</h3>
          <ul className={card["plainList"]}>
            {avoidRegions.map(({ id, label, located, rules }) => (
              <li key={id}>
                {[label, ...placesOf(rules, where)].join(": ")}
                {located ? null : <span className={card["quiet"]}> ({told.notLocated})</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {limited.length === 0 ? null : (
        <div>
          <h3>{told.limits}</h3>
          <ul className={card["plainList"]}>
            {limited.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </div>
      )}
      <p className={card["quiet"]}>{told.outcomeDraft}</p>
    </div>
  );
}
