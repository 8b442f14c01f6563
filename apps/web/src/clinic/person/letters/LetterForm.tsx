import type { CareRecord } from "@openlymph/record";
import type { Draft } from "../../drafts.ts";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card } from "../../ui/Card.tsx";
import { Field, LongField, PickField } from "../../ui/Field.tsx";
import { ProblemNote } from "../../ui/ProblemNote.tsx";
import { useClinic } from "../../use-clinic.ts";
import { useSending } from "../../use-sending.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import { letterFacts } from "./letter-facts.ts";
import { type LetterKind, letterText, missingIn } from "./letter-text.ts";

const told = words.letters;

export interface LetterDraft {
  readonly kind: LetterKind;
  readonly to: string;
  /** Nothing before it was built. */
  readonly text: string;
}

export function emptyLetter({ person }: Pick<CareRecord, "person">): LetterDraft {
  return { kind: "clearance", to: person?.doctor ?? "", text: "" };
}

/** Chooses what a letter is for, builds it from the record, and lets it be changed before it is kept. */
export function LetterForm({ draft, onDone }: { readonly draft: Draft<LetterDraft>; readonly onDone: () => void }) {
  const { record, write } = usePerson();
  const { me, say } = useClinic();
  const { busy, problem, send } = useSending();
  const { value, set } = draft;
  const missing = missingIn(value.text);
  const build = (): void => {
    const signed = { name: me.name, role: words.roles[me.role], clinic: me.clinic.name, contact: me.clinic.contact };
    const facts = letterFacts(record);
    const { kind, to } = value;
    set({ ...value, text: letterText({ kind, to, person: record.person, facts, signed, at: Date.now() }) });
  };
  const end = (): void => {
    draft.forget();
    onDone();
  };
  const keep = async (): Promise<void> => {
    const body = { to: value.to.trim(), text: value.text };
    if (!(await send(() => write("letter/written", body)))) return;
    say(told.kept);
    end();
  };
  const built = value.text !== "";
  return (
    <Card title={told.new}>
      <form
        className={card["stack"]}
        onSubmit={(event) => {
          event.preventDefault();
          if (built) void keep();
          else build();
        }}
      >
        <div className={card["pair"]}>
          <PickField
            label={told.kind}
            value={value.kind}
            options={[
              ["clearance", told.kinds.clearance],
              ["referral", told.kinds.referral],
            ]}
            onPick={(kind) => set({ ...value, kind })}
          />
          <Field
            label={told.to}
            hint={told.toHint}
            required
            maxLength={400}
            value={value.to}
            onType={(to) => set({ ...value, to })}
          />
        </div>
        <div className={card["row"]}>
          <Act kind={built ? "outlined" : "filled"} onPress={build}>
            {built ? told.rebuild : told.build}
          </Act>
          {built ? null : <Act onPress={end}>{words.form.cancel}</Act>}
        </div>
        {built ? (
          <>
            <LongField
              label={told.text}
              hint={told.textHint}
              rows={26}
              maxLength={20_000}
              required
              value={value.text}
              onType={(text) => set({ ...value, text })}
            />
            <p role="status" className={card["quiet"]}>
              {missing === 0 ? "" : told.missing(missing)}
            </p>
            <ProblemNote problem={problem} />
            <div className={card["row"]}>
              <Act kind="filled" submits busy={busy}>
                {told.keep}
              </Act>
              <Act onPress={end}>{told.discard}</Act>
            </div>
          </>
        ) : null}
      </form>
    </Card>
  );
}
