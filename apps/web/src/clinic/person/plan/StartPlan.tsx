import { describeFailure, type Result } from "@openlymph/base";
import {
  type History,
  type Plan,
  partsAtRisk,
  planFromTemplate,
  proposePlan,
  sequences,
  serializePlan,
} from "@openlymph/therapy";
import { useState } from "react";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card, Fold, Note } from "../../ui/Card.tsx";
import { PickField } from "../../ui/Field.tsx";
import { FileAct } from "../../ui/FileAct.tsx";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import styles from "./StartPlan.module.css";

const told = words.plan;
type Side = "left" | "right";

export interface StartPlanProps {
  readonly history: History | undefined;
  readonly onText: (text: string) => void;
  /** A plan is there already: another beginning is a fold below it. */
  readonly folded?: boolean;
}

/** Templates tell one side from the other, or work both. */
const isBoth = (id: string): boolean => sequences.find((each) => each.id === id)?.affectedSide === "both";

function Ways({ history, onText }: StartPlanProps) {
  const { record } = usePerson();
  const limbs = record.person?.limbs ?? [];
  const firstSide: Side = limbs.length > 0 && limbs.every((limb) => limb.endsWith("right")) ? "right" : "left";
  const usual = limbs.some((limb) => limb.startsWith("leg")) ? "draft_leg_unilateral" : "draft_arm_unilateral";
  const [template, setTemplate] = useState(usual);
  const [side, setSide] = useState<Side>(firstSide);
  const parts = history === undefined ? [] : partsAtRisk(history);
  const partNames = parts.map((one) => (one.side === "both" ? one.part : `${one.side} ${one.part}`));
  const [part, setPart] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const take = (made: Result<Plan>): void => {
    if (!made.ok) setFailure(describeFailure(made));
    else onText(serializePlan(made.value));
  };
  const propose = (): void => {
    if (history === undefined) return;
    const wanted = part ?? partNames[0];
    const made = proposePlan(history, wanted === undefined ? {} : { part: wanted });
    if (!made.ok) setFailure(describeFailure(made));
    else onText(serializePlan(made.value.plan));
  };
  return (
    <div className={card["stack"]}>
      <p className={card["quiet"]}>{told.startLead}</p>
      {failure === undefined ? null : (
        <Note tone="danger" loud>
          <p>{failure}</p>
        </Note>
      )}
      <section className={styles["way"]}>
        <h3>{told.template}</h3>
        <PickField
          label={told.templateWhich}
          value={template}
          options={sequences.map(({ id, title }) => [id, title] as const)}
          onPick={setTemplate}
        />
        {isBoth(template) ? null : (
          <PickField
            label={told.side}
            value={side}
            options={[
              ["left", told.sides.left],
              ["right", told.sides.right],
            ]}
            onPick={setSide}
          />
        )}
        <div>
          <Act
            kind="filled"
            onPress={() => take(isBoth(template) ? planFromTemplate(template) : planFromTemplate(template, side))}
          >
            {told.templateGo}
          </Act>
        </div>
      </section>
      <section className={styles["way"]}>
        <h3>{told.propose}</h3>
        {history === undefined ? (
          <p className={card["quiet"]}>{told.proposeNone}</p>
        ) : (
          <>
            {partNames.length < 2 ? null : (
              <PickField
                label={told.proposePart}
                value={part ?? partNames[0] ?? ""}
                options={partNames.map((name) => [name, name] as const)}
                onPick={setPart}
              />
            )}
            <div>
              <Act onPress={propose}>{told.proposeGo}</Act>
            </div>
          </>
        )}
      </section>
      <div>
        <FileAct onText={onText}>{told.file}</FileAct>
      </div>
    </div>
  );
}

/** Where a plan begins: a template, a proposal for this history, a file. */
export function StartPlan(props: StartPlanProps) {
  if (props.folded === true) {
    return (
      <Fold title={told.start}>
        <Ways {...props} />
      </Fold>
    );
  }
  return (
    <Card title={told.start}>
      <Ways {...props} />
    </Card>
  );
}
