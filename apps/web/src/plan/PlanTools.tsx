import { Download, Link2, Printer } from "lucide-react";
import { useEffect, useState } from "react";
import { UndoRedo } from "../studio/UndoRedo.tsx";
import type { UsedWork } from "../studio/use-work.ts";
import { linkOf, longestLink } from "../studio/work-link.ts";
import { Button } from "../ui/Button.tsx";
import { saveFile } from "../ui/save-file.ts";
import { words } from "../words.ts";
import styles from "./PlanTools.module.css";

const told = words.plan.tools;

export interface PlanToolsProps {
  readonly own: boolean;
  /** Prints the plan; `undefined` while there is nothing to print. */
  readonly onPrint: (() => void) | undefined;
  readonly used: Pick<UsedWork, "undo" | "redo" | "work" | "kept">;
}

/** Puts a link to what is shown on the clipboard, and says for a while what came of it. */
function LinkButton({ work }: Pick<UsedWork, "work">) {
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    if (said === undefined) return;
    const timer = setTimeout(() => setSaid(undefined), 6000);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async (): Promise<void> => {
    if (work === undefined) return;
    const address = location.origin + location.pathname + (await linkOf(work));
    if (address.length > longestLink) return setSaid(told.linkTooLong);
    await navigator.clipboard.writeText(address).then(
      () => setSaid(told.linkCopied),
      () => setSaid(told.linkRefused),
    );
  };
  return (
    <>
      <Button label={told.link} round isDisabled={work === undefined} onPress={() => void copy()}>
        <Link2 aria-hidden="true" size={20} />
      </Button>
      <p role="status" className={said === undefined ? "unseen" : styles["said"]}>
        {said}
      </p>
    </>
  );
}

/** Take back, make again, keep as a file, hand on as a link. */
export function PlanTools({ own, onPrint, used }: PlanToolsProps) {
  const { work, kept, undo, redo } = used;
  const save = (): void => {
    if (work?.plan.text !== undefined) saveFile(work.plan.file, work.plan.text);
  };
  const changed = undo !== undefined || redo !== undefined;
  return (
    <div className={styles["tools"]}>
      {changed ? <UndoRedo used={used} /> : null}
      {own ? (
        <Button label={told.save} round onPress={save}>
          <Download aria-hidden="true" size={20} />
        </Button>
      ) : null}
      <Button label={told.print} round isDisabled={onPrint === undefined} onPress={() => onPrint?.()}>
        <Printer aria-hidden="true" size={20} />
      </Button>
      <LinkButton work={work} />
      {own ? <p className={styles["kept"]}>{kept ? told.kept : told.notKept}</p> : null}
    </div>
  );
}
