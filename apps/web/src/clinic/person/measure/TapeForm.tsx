import { protocols } from "@openlymph/measurement";
import { useMemo } from "react";
import { Badge } from "../../../ui/Badge.tsx";
import type { Draft } from "../../drafts.ts";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card } from "../../ui/Card.tsx";
import { Field, PickField } from "../../ui/Field.tsx";
import { ProblemNote } from "../../ui/ProblemNote.tsx";
import { useClinic } from "../../use-clinic.ts";
import { useSending } from "../../use-sending.ts";
import { todayText } from "../../when.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import { LimbDrawing } from "./LimbDrawing.tsx";
import { LiveResult } from "./LiveResult.tsx";
import { live } from "./live.ts";
import styles from "./TapeForm.module.css";
import { TapeTable } from "./TapeTable.tsx";
import { confirmedIn, emptyColumns, type TapeDraft, usualCount } from "./tape-draft.ts";
import { affectedSide, inOrder, type Taken } from "./tape-series.ts";

const told = words.measure;

export interface TapeFormProps {
  readonly draft: Draft<TapeDraft>;
  readonly onDone: () => void;
}

/** Two columns, the limbs to scale beside them, and what they come to. */
export function TapeForm({ draft, onDone }: TapeFormProps) {
  const { record, write } = usePerson();
  const { me, say } = useClinic();
  const { busy, problem, send } = useSending();
  const { value, set } = draft;
  const own = protocols.filter(({ limb }) => limb === value.limb);
  const protocol = own.find(({ id }) => id === value.protocol) ?? own[0];
  const affected = affectedSide(value.limb, record.person?.limbs ?? []);
  const before = useMemo(
    () => inOrder(record.measurements).filter((each) => each.limb === value.limb && each.protocol === value.protocol),
    [record.measurements, value.limb, value.protocol],
  );
  const found = useMemo(() => {
    const by = { account: me.account, name: me.name, role: me.role };
    const taken: Taken = {
      operation: "",
      at: new Date().toISOString(),
      limb: value.limb,
      protocol: value.protocol,
      left: [],
      right: [],
      confirmed: [...confirmedIn(value)],
      by,
    };
    return live(value, taken, before, affected);
  }, [value, before, affected, me]);
  if (protocol === undefined) return null;
  const { step_cm: step, start } = protocol;
  const choose = (limb: "arm" | "leg", id: string): void => {
    const next = protocols.find((each) => each.id === id);
    set({ ...value, limb, protocol: id, ...emptyColumns(usualCount(limb, next?.step_cm ?? 4)) });
  };
  const end = (): void => {
    draft.forget();
    onDone();
  };
  const save = async (): Promise<void> => {
    const { limb, on, note } = value;
    const confirmed = confirmedIn(value);
    const body = {
      limb,
      protocol: value.protocol,
      left: found.columns.left.readings,
      right: found.columns.right.readings,
      ...(confirmed.length === 0 ? {} : { confirmed }),
      ...(note.trim() === "" ? {} : { note: note.trim() }),
      ...(on === todayText() || on === "" ? {} : { on }),
    };
    if (!(await send(() => write("measurement/taken", body)))) return;
    say(told.saved);
    end();
  };
  return (
    <Card title={told.new} aside={protocol.reviewStatus === "draft" ? <Badge tone="warn">{words.draft}</Badge> : null}>
      <div className={styles["choices"]}>
        <PickField
          label={told.limb}
          value={value.limb}
          options={[
            ["arm", words.limbKinds.arm],
            ["leg", words.limbKinds.leg],
          ]}
          onPick={(limb) => choose(limb, `${limb}_4cm`)}
        />
        <PickField
          label={told.protocol}
          value={value.protocol}
          options={own.map(({ id, name }) => [id, name] as const)}
          onPick={(id) => choose(value.limb, id)}
        />
        <Field
          label={told.on}
          type="date"
          max={todayText()}
          required
          value={value.on}
          onType={(on) => set({ ...value, on })}
        />
      </div>
      <p className={card["quiet"]}>
        {told.how(start.landmark, start.offset_cm, step)}
        {protocol.order} {protocol.posture} {protocol.tape}
      </p>
      <div className={styles["form"]}>
        <TapeTable draft={draft} offset={start.offset_cm} step={step} before={before.at(-1)} found={found} />
        <div className={styles["beside"]}>
          <LimbDrawing
            left={found.columns.left.readings}
            right={found.columns.right.readings}
            step={step}
            model={protocol.model}
            questions={found.questions}
          />
          <LiveResult found={found} draft={draft} />
        </div>
      </div>
      <Field
        label={told.note}
        optional
        maxLength={2000}
        value={value.note}
        onType={(note) => set({ ...value, note })}
      />
      <ProblemNote problem={problem} />
      <div className={card["row"]}>
        <Act kind="filled" busy={busy} off={!found.complete} onPress={() => void save()}>
          {told.save}
        </Act>
        <Act onPress={end}>{words.form.cancel}</Act>
      </div>
    </Card>
  );
}
