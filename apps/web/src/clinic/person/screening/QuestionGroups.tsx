import {
  type Answers,
  answerWords,
  type Contraindication,
  type JudgedLifting,
  type Screening,
} from "@openlymph/therapy";
import { useId } from "react";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card } from "../../ui/Card.tsx";
import { words } from "../../words/words.ts";
import { BesideQuestion } from "./BesideQuestion.tsx";
import { askedIn, questionGroups, restNo } from "./groups.ts";
import { Radios } from "./Radios.tsx";
import styles from "./ScreeningForm.module.css";

const told = words.person.screening;
const threeAnswers = answerWords.map((answer) => [answer, told[answer]] as const);

interface QuestionProps {
  readonly id: string;
  readonly question: string;
  readonly second?: boolean;
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
}

/** One question with its three answers, all in sight; arrow keys choose. */
function Question({ id, question, second = false, answers, onAnswers }: QuestionProps) {
  const label = useId();
  return (
    <div className={styles["question"]} data-question={id} {...(second ? { "data-second": true } : {})}>
      <span id={label}>{question}</span>
      <Radios
        labelledBy={label}
        value={answers[id]}
        options={threeAnswers}
        onPick={(answer) => onAnswers({ ...answers, [id]: answer })}
      />
    </div>
  );
}

export interface QuestionGroupsProps {
  readonly screening: Screening;
  /** What the outcome says of each clearance. */
  readonly liftings: readonly JudgedLifting[];
  readonly onScreening: (screening: Screening) => void;
}

function Rule({ rule, ...props }: QuestionGroupsProps & { readonly rule: Contraindication }) {
  const { screening, onScreening } = props;
  const { answers } = screening;
  const { id, question, action, followUp } = rule;
  const onAnswers = (changed: Answers): void => onScreening({ ...screening, answers: changed });
  return (
    <>
      <Question {...{ id, question, answers, onAnswers }} />
      <BesideQuestion {...{ id, action, ...props }} />
      {followUp === undefined || answers[id] !== "yes" ? null : (
        <>
          <Question id={followUp.id} question={followUp.question} second {...{ answers, onAnswers }} />
          <BesideQuestion id={followUp.id} action={followUp.action} {...props} />
        </>
      )}
    </>
  );
}

/** All questions by what a yes leads to, each with what belongs to it. */
export function QuestionGroups(props: QuestionGroupsProps) {
  const { screening, onScreening } = props;
  const { answers } = screening;
  return questionGroups.map(({ action, rules }) => {
    const asked = askedIn(rules, answers);
    const done = asked.filter((id) => answers[id] !== undefined).length;
    return (
      <Card
        key={action}
        title={told.groups[action]}
        className={styles["group"]}
        aside={<span className={card["quiet"]}>{told.answered(done, asked.length)}</span>}
      >
        {done === asked.length ? null : (
          <div className={styles["head"]}>
            <Act kind="plain" onPress={() => onScreening({ ...screening, answers: restNo(rules, answers) })}>
              {told.restNo}
            </Act>
          </div>
        )}
        {rules.map((rule) => (
          <Rule key={rule.id} rule={rule} {...props} />
        ))}
      </Card>
    );
  });
}
