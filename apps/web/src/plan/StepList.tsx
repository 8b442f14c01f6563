import type { BodySide, Plan, PlanStep } from "@openlymph/therapy";
import { EllipsisVertical, GripVertical, Plus } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import {
  Button as AriaButton,
  DropIndicator,
  GridList,
  GridListItem,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  useDragAndDrop,
} from "react-aria-components";
import type { PlanEdit } from "../run/edit-plan.ts";
import type { ToldPlan } from "../run/named.ts";
import { Button } from "../ui/Button.tsx";
import menu from "../ui/Menu.module.css";
import { words } from "../words.ts";
import styles from "./StepList.module.css";
import { tellStep } from "./tell-step.ts";

const told = words.plan.edit;

export interface StepListProps {
  readonly plan: Plan;
  readonly names: ToldPlan["names"];
  readonly onMake: (edit: PlanEdit) => Promise<boolean>;
  /** Opens a step to change it. */
  readonly onStep: (n: number) => void;
  readonly onAdd: () => void;
}

type Act = "change" | "up" | "down" | "repeat" | "sides" | "remove";

const numberOf = (step: PlanStep, at: number): number => step.n ?? at + 1;

interface RowProps {
  readonly step: PlanStep;
  readonly n: number;
  readonly last: boolean;
  readonly affected: BodySide;
  readonly names: ToldPlan["names"];
  readonly onAct: (act: Act) => void;
}

function RowMenu({ step, n, last, onAct }: Omit<RowProps, "names" | "affected">) {
  const acts: readonly { readonly id: Act; readonly off?: boolean }[] = [
    { id: "change" },
    { id: "up", off: n === 1 },
    { id: "down", off: last },
    { id: "repeat" },
    ...(step.side === "bilateral" ? [{ id: "sides" as const }] : []),
    { id: "remove", off: n === 1 && last },
  ];
  return (
    <MenuTrigger>
      <Button label={told.more(n)} round>
        <EllipsisVertical aria-hidden="true" size={20} />
      </Button>
      <Popover className={menu["popover"] ?? ""} placement="bottom end" offset={4}>
        <Menu
          aria-label={told.more(n)}
          disabledKeys={acts.flatMap(({ id, off }) => (off === true ? [id] : []))}
          onAction={(key) => onAct(key as Act)}
          className={menu["menu"] ?? ""}
        >
          {acts.map(({ id }) => (
            <MenuItem key={id} id={id} className={menu["item"] ?? ""}>
              {told.acts[id]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Row({ step, n, last, affected, names, onAct }: RowProps) {
  const { region, side, toward, doses, stroke } = tellStep(step, names, affected);
  return (
    <GridListItem id={n} textValue={`${n} ${region} ${side}`} className={styles["row"] ?? ""}>
      <AriaButton slot="drag" className={styles["grip"] ?? ""} aria-label={told.drag(n)}>
        <GripVertical aria-hidden="true" size={18} />
      </AriaButton>
      <span className={styles["number"]}>{n}</span>
      <span className={styles["text"]}>
        <span className={styles["place"]}>{side === "" ? region : `${region}, ${side}`}</span>
        <span className={styles["dose"]}>
          {stroke}
          {toward === undefined ? "" : ` → ${toward}`}
        </span>
        <span className={styles["dose"]}>{doses.join(" · ")}</span>
      </span>
      <RowMenu {...{ step, n, last, onAct }} />
    </GridListItem>
  );
}

/** The steps as rows that can be carried by hand, with the keyboard or from a menu. */
export function StepList({ plan, names, onMake, onStep, onAdd }: StepListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const [follow, setFollow] = useState<number>();
  const count = plan.steps.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the changed plan is shown, the focus goes to the step that moved
  useEffect(() => {
    if (follow === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-key="${follow}"]`)?.focus();
    setFollow(undefined);
  }, [plan]);

  const move = async (n: number, place: { readonly before: number } | { readonly after: number }): Promise<void> => {
    const target = "before" in place ? place.before : place.after + 1;
    const at = target > n ? target - 1 : target;
    if (at === n) return;
    setFollow(at);
    if (await onMake({ kind: "move", n, place })) setSaid(told.moved(n, at, count));
  };
  const act = (n: number, what: Act): void => {
    if (what === "change") onStep(n);
    if (what === "up") void move(n, { before: n - 1 });
    if (what === "down") void move(n, { after: n + 1 });
    if (what === "repeat") void onMake({ kind: "repeat", n }).then(() => setSaid(told.repeated(n)));
    if (what === "sides") void onMake({ kind: "split", n, split: { by: "side" } });
    if (what === "remove") {
      setFollow(Math.min(n, count - 1));
      void onMake({ kind: "remove", n }).then(() => setSaid(told.removed(n)));
    }
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    onReorder: ({ keys, target }) => {
      const [n] = [...keys].map(Number);
      if (n === undefined) return;
      void move(n, target.dropPosition === "before" ? { before: Number(target.key) } : { after: Number(target.key) });
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles["drop"] ?? ""} />,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-key]");
    const n = Number(row?.dataset["key"]);
    if (!event.altKey || Number.isNaN(n) || row === null) return;
    if (event.key === "ArrowUp" && n > 1) act(n, "up");
    else if (event.key === "ArrowDown" && n < count) act(n, "down");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <p className={styles["keys"]}>{told.keys}</p>
      <div ref={list} onKeyDownCapture={onKeyDown}>
        <GridList
          aria-label={words.plan.steps}
          onAction={(key) => onStep(Number(key))}
          className={styles["list"] ?? ""}
          {...(dragAndDropHooks === undefined ? {} : { dragAndDropHooks })}
        >
          {plan.steps.map((step, at) => {
            const n = numberOf(step, at);
            return (
              <Row
                key={n}
                last={at === count - 1}
                onAct={(what) => act(n, what)}
                affected={plan.affectedSide}
                {...{ step, n, names }}
              />
            );
          })}
        </GridList>
      </div>
      <p role="status" className="unseen">
        {said}
      </p>
      <Button kind="outlined" onPress={onAdd}>
        <Plus aria-hidden="true" size={18} />
        {told.add}
      </Button>
    </>
  );
}
