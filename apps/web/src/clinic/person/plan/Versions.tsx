import type { Written } from "@openlymph/record";
import { compareVersions } from "@openlymph/therapy";
import { useMemo, useState } from "react";
import { Badge } from "../../../ui/Badge.tsx";
import { classes } from "../../../ui/classes.ts";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card, Note } from "../../ui/Card.tsx";
import { whenSaid } from "../../when.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import { readPlanText } from "./use-plan-work.ts";
import styles from "./Versions.module.css";

const told = words.plan;
type Draft = Written<"plan/drafted">;

/** What changed from one version to the next, in words. */
function Changes({ was, now }: { readonly was: Draft; readonly now: Draft }) {
  const changes = useMemo(() => {
    const [before, after] = [readPlanText(was.text).plan, readPlanText(now.text).plan];
    return before === undefined || after === undefined ? [] : compareVersions(before, after);
  }, [was, now]);
  return (
    <Note>
      {changes.length === 0 ? <p>{told.compareNone}</p> : null}
      <ul className={card["plainList"]}>
        {changes.map(({ words: said }) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
    </Note>
  );
}

/** Every version, the newest first; each can be compared with the one before and worked on again. */
export function Versions({ onTake }: { readonly onTake?: (text: string) => void }) {
  const { record } = usePerson();
  const [compared, setCompared] = useState<string>();
  const released = record.plan?.source === "clinic" ? record.plan.plan : undefined;
  const { drafts } = record;
  return (
    <Card title={told.versions}>
      {drafts.length === 0 ? <p className={card["quiet"]}>{told.versionsNone}</p> : null}
      <ol className={styles["versions"]}>
        {drafts.toReversed().map((draft, n) => {
          const number = drafts.length - n;
          const before = drafts[number - 2];
          const open = compared === draft.operation;
          return (
            <li key={draft.operation}>
              <p>
                <strong>
                  {number}. {draft.title}
                </strong>{" "}
                {draft.plan === released ? <Badge>{told.isReleased}</Badge> : null}
              </p>
              <p className={card["quiet"]}>
                {told.by(draft.by.name, whenSaid(Date.parse(draft.at)))}
                {draft.why === undefined ? "" : `: ${draft.why}`}
              </p>
              <div className={classes(card["row"], styles["acts"])}>
                {onTake === undefined ? null : (
                  <Act kind="plain" onPress={() => onTake(draft.text)}>
                    {told.take}
                  </Act>
                )}
                {before === undefined ? null : (
                  <Act kind="plain" expanded={open} onPress={() => setCompared(open ? undefined : draft.operation)}>
                    {told.compare} {told.compareWith} {number - 1}
                  </Act>
                )}
              </div>
              {open && before !== undefined ? <Changes was={before} now={draft} /> : null}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
