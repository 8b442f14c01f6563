import { type Answers, answerWords, type Contraindication } from "@openlymph/therapy";
import { useId } from "react";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card } from "../../ui/Card.tsx";
import { words } from "../../words/words.ts";
import { askedIn, questionGroups, restNo } from "./groups.ts";
import styles from "./ScreeningForm.module.css";

const told = words.person.screening;

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
      <div role="radiogroup" aria-labelledby={label} className={styles["answers"]}>
        {answerWords.map((answer) => (
          <label key={answer} data-answer={answer}>
            <input
              type="radio"
              name={`${label}${id}`}
              checked={answers[id] === answer}
              onChange={() => onAnswers({ ...answers, [id]: answer })}
            />
            {told[answer]}
          </label>
        ))}
      </div>
    </div>
  );
}

type RuleProps = Pick<QuestionProps, "answers" | "onAnswers"> & { readonly rule: Contraindication };

function Rule({ rule, answers, onAnswers }: RuleProps) {
  const { id, question, followUp } = rule;
  return (
    <>
      <Question {...{ id, question, answers, onAnswers }} />
      {followUp === undefined || answers[id] !== "yes" ? null : (
        <Question id={followUp.id} question={followUp.question} second {...{ answers, onAnswers }} />
      )}
    </>
  );
}

/** All questions by what a yes leads to. */
export function QuestionGroups({ answers, onAnswers }: Pick<QuestionProps, "answers" | "onAnswers">) {
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
            <Act kind="plain" onPress={() => onAnswers(restNo(rules, answers))}>
              {told.restNo}
            </Act>
          </div>
        )}
        {rules.map((rule) => (
          <Rule key={rule.id} {...{ rule, answers, onAnswers }} />
        ))}
      </Card>
    );
  });
}
