import { type FollowedLimb, followedLimbs } from "@openlymph/record";
import type { Draft } from "../drafts.ts";
import { Act } from "../ui/Act.tsx";
import card from "../ui/Card.module.css";
import { Field, LongField, PickField, TickBox, TickField } from "../ui/Field.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import type { Sending } from "../use-sending.ts";
import { todayText } from "../when.ts";
import { words } from "../words/words.ts";
import type { DescribedForm } from "./described.ts";

const told = words.people.form;
const limbs = followedLimbs.map((limb): readonly [FollowedLimb, string] => [limb, words.limbs[limb]]);
const stages = Object.entries(told.stages);

export interface PersonFormProps {
  readonly draft: Draft<DescribedForm>;
  readonly sending: Sending;
  readonly go: string;
  readonly onSend: () => void;
  readonly onCancel: () => void;
}

/** Who somebody is, as far as the clinic writes it down. */
export function PersonForm({ draft, sending, go, onSend, onCancel }: PersonFormProps) {
  const { value, set } = draft;
  const type = (key: keyof DescribedForm) => (text: string) => set({ ...value, [key]: text });
  return (
    <form
      className={card["stack"]}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <div className={card["pair"]}>
        <Field label={told.name} required maxLength={200} autoComplete="off" value={value.name} onType={type("name")} />
        <Field label={told.born} optional type="date" max={todayText()} value={value.born} onType={type("born")} />
      </div>
      <TickField
        label={told.limbs}
        options={limbs}
        value={value.limbs}
        onPick={(picked) => set({ ...value, limbs: followedLimbs.filter((limb) => picked.includes(limb)) })}
      />
      <div className={card["pair"]}>
        <PickField
          label={told.stage}
          hint={told.stageHint}
          value={value.stage}
          options={stages}
          onPick={type("stage")}
        />
        <Field
          label={told.doctor}
          hint={told.doctorHint}
          optional
          maxLength={400}
          autoComplete="off"
          value={value.doctor}
          onType={type("doctor")}
        />
      </div>
      <LongField
        label={told.diagnosis}
        optional
        rows={2}
        maxLength={2000}
        value={value.diagnosis}
        onType={type("diagnosis")}
      />
      <div className={card["pair"]}>
        <Field
          label={told.phone}
          optional
          type="tel"
          maxLength={60}
          autoComplete="off"
          value={value.phone}
          onType={type("phone")}
        />
        <Field
          label={told.email}
          optional
          type="email"
          maxLength={200}
          autoComplete="off"
          value={value.email}
          onType={type("email")}
        />
      </div>
      <div>
        <TickBox
          label={told.synthetic}
          checked={value.synthetic}
          onTick={(synthetic) => set({ ...value, synthetic })}
        />
      </div>
      <ProblemNote problem={sending.problem} />
      <div className={card["row"]}>
        <Act kind="filled" submits busy={sending.busy}>
          {go}
        </Act>
        <Act onPress={onCancel}>{words.form.cancel}</Act>
      </div>
    </form>
  );
}
