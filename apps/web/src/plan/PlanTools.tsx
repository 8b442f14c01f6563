import { Download, FileDown, Link2, Printer, Share2 } from "lucide-react";
import { useEffect, useState } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { UndoRedo } from "../studio/UndoRedo.tsx";
import type { Keeping } from "../studio/use-keeping.ts";
import type { UsedWork } from "../studio/use-work.ts";
import { type Work, writeWork } from "../studio/work-kept.ts";
import { linkOf, longestLink } from "../studio/work-link.ts";
import { Button } from "../ui/Button.tsx";
import menu from "../ui/Menu.module.css";
import { saveFile } from "../ui/save-file.ts";
import { words } from "../words.ts";
import styles from "./PlanTools.module.css";

const told = words.plan.tools;
const items = [
  { id: "print", Sign: Printer },
  { id: "link", Sign: Link2 },
  { id: "save", Sign: Download },
  { id: "both", Sign: FileDown },
] as const;

export interface PlanToolsProps {
  readonly own: boolean;
  /** Prints the plan; `undefined` while there is nothing to print. */
  readonly onPrint: (() => void) | undefined;
  readonly used: Pick<UsedWork, "undo" | "redo" | "work"> & Keeping;
}

/** Copies a link to the work; what came of it in words. */
async function copyLink(work: Work): Promise<string> {
  const address = location.origin + location.pathname + (await linkOf(work));
  if (address.length > longestLink) return told.linkTooLong;
  return navigator.clipboard.writeText(address).then(
    () => told.linkCopied,
    () => told.linkRefused,
  );
}

/** A sentence that goes away by itself. */
function useSaid(): readonly [string | undefined, (text: string) => void] {
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    if (said === undefined) return;
    const timer = setTimeout(() => setSaid(undefined), 6000);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, setSaid];
}

/** Take back, make again; hand on as a link, on paper or as a file. */
export function PlanTools({ own, onPrint, used }: PlanToolsProps) {
  const { work, kept, now, undo, redo } = used;
  const [said, say] = useSaid();
  const off = [
    ...(work === undefined ? ["link", "both"] : []),
    ...(onPrint === undefined ? ["print"] : []),
    ...(own ? [] : ["save"]),
  ];
  const act = (key: string): void => {
    const handed = now();
    if (key === "link" && handed !== undefined) void copyLink(handed).then(say);
    if (key === "print") onPrint?.();
    if (key === "both" && handed !== undefined) saveFile(told.bothFile, writeWork(handed), "application/json");
    if (key === "save" && work?.plan.text !== undefined) saveFile(work.plan.file, work.plan.text);
  };
  return (
    <div className={styles["tools"]}>
      {undo === undefined && redo === undefined ? null : <UndoRedo used={used} />}
      <MenuTrigger>
        <Button label={told.share} round>
          <Share2 aria-hidden="true" size={20} />
        </Button>
        <Popover className={menu["popover"] ?? ""} placement="bottom end" offset={4}>
          <Menu
            aria-label={told.share}
            disabledKeys={off}
            onAction={(key) => act(String(key))}
            className={menu["menu"] ?? ""}
          >
            {items.map(({ id, Sign }) => (
              <MenuItem key={id} id={id} textValue={told[id]} className={menu["item"] ?? ""}>
                <Sign aria-hidden="true" size={18} />
                {told[id]}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <p role="status" className={said === undefined ? "unseen" : styles["said"]}>
        {said}
      </p>
      {own ? <p className={styles["kept"]}>{kept ? told.kept : told.notKept}</p> : null}
    </div>
  );
}
