import type { History, HistoryEdit } from "@openlymph/therapy";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { percentText } from "../format/numbers.ts";
import type { ProcedureChoice } from "../run/edit-history-file.ts";
import type { Named } from "../run/named.ts";
import { Button } from "../ui/Button.tsx";
import menu from "../ui/Menu.module.css";
import { Problem } from "../ui/Problem.tsx";
import { words } from "../words.ts";
import { tellProcedure } from "./tell-history.ts";
import { useHistoryEdit } from "./use-history-edit.ts";
import { useProcedures } from "./use-procedures.ts";

const told = words.history.nodes;

/** Years before its day that something added on the body happened: long enough for what follows to be seen. */
const yearsBefore = 2;

function earlier(asOf: string): string {
  return `${Number(asOf.slice(0, 4)) - yearsBefore}${asOf.slice(4)}`.replace("-02-29", "-02-28");
}

function sideOf(node: string): "left" | "right" | "both" {
  if (node.endsWith("_L")) return "left";
  return node.endsWith("_R") ? "right" : "both";
}

function takers(procedures: readonly ProcedureChoice[], node: string): readonly ProcedureChoice[] {
  const share = ({ takes }: ProcedureChoice) => takes[node] ?? 0;
  return procedures.filter((one) => share(one) > 0).sort((a, b) => share(b) - share(a));
}

export interface TakeNodesProps {
  /** Id of a node group. */
  readonly node: string;
  readonly history: History;
  readonly named: Named;
  readonly onOpen: (file: Named) => Promise<void>;
}

/** Operations that take a node group out of this body, and what took it, to be undone. */
export function TakeNodes({ node, history, named, onOpen }: TakeNodesProps) {
  const procedures = useProcedures();
  const { problem, make } = useHistoryEdit(named, onOpen);
  const possible = takers(procedures, node);
  const side = sideOf(node);
  const done = history.procedures.flatMap((one, index) => {
    const taken = possible.some(({ id }) => id === one.procedure);
    const here = one.side === undefined || one.side === "both" || side === "both" || one.side === side;
    return taken && here ? [{ index, text: tellProcedure(one) }] : [];
  });
  if (possible.length === 0) return null;
  const act = (key: string): void => {
    const [kind, id = ""] = key.split(" ");
    const chosen = possible.find((one) => one.id === id);
    const edit: HistoryEdit =
      kind === "back" || chosen === undefined
        ? { kind: "remove", list: "procedures", index: Number(id) }
        : { kind: "procedure", procedure: id, date: earlier(history.asOf), ...(chosen.sided ? { side } : {}) };
    void make(edit);
  };
  return (
    <>
      <MenuTrigger>
        <Button kind="outlined">{told.take}</Button>
        <Popover className={menu["popover"] ?? ""} offset={4}>
          <Menu aria-label={told.take} onAction={(key) => act(String(key))} className={menu["menu"] ?? ""}>
            {done.map(({ index, text }) => (
              <MenuItem key={`back ${index}`} id={`back ${index}`} className={menu["item"] ?? ""}>
                {told.undo(text)}
              </MenuItem>
            ))}
            {possible.map(({ id, name, takes }) => (
              <MenuItem key={id} id={`take ${id}`} className={menu["item"] ?? ""}>
                {told.by(name, percentText(takes[node] ?? 0))}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {problem === undefined ? null : <Problem message={problem} safe={words.history.kept} />}
    </>
  );
}
