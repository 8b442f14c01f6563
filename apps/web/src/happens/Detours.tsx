import { anatomy } from "@openlymph/anatomy";
import type { Rehearsal } from "@openlymph/rehearsal";
import { useMemo } from "react";
import { detoursAt } from "../body/detours.ts";
import { momentAt, type RunName } from "../body/moment.ts";
import { nodeName } from "../body/things.ts";
import type { Clock } from "../clock/clock.ts";
import { timeAt } from "../clock/timeline.ts";
import { useClock } from "../clock/use-clock.ts";
import { flowText } from "../format/numbers.ts";
import { Fold } from "../ui/Fold.tsx";
import { words } from "../words.ts";
import styles from "./HappensPanel.module.css";

const grain = 100;

/** Detours that carry lymph at the moment shown. */
export function Detours({ rehearsal, run, clock }: { rehearsal: Rehearsal; run: RunName; clock: Clock }) {
  const time = useClock(clock, (at) => timeAt(clock.timeline, Math.round(at.place * grain) / grain));
  const detours = useMemo(() => detoursAt(rehearsal, momentAt(rehearsal, run, time)), [rehearsal, run, time]);
  const most = detours[0]?.flow ?? 1;
  return (
    <Fold title={words.happens.detours} aside={String(detours.length)} open>
      {detours.length === 0 ? (
        <p className={styles["quiet"]}>{words.happens.detoursNone}</p>
      ) : (
        <>
          <p className={styles["quiet"]}>{words.happens.detoursWhy}</p>
          <ul className={styles["bars"]}>
            {detours.map(({ id, name, from, to, flow }) => (
              <li key={id} title={`${nodeName(from)} → ${nodeName(to)}`}>
                <span className={styles["barName"]}>{sidedName(id, name)}</span>
                <span className={styles["barValue"]}>{flowText(flow)}</span>
                <span className={styles["bar"]} style={{ width: `${(100 * flow) / most}%` }} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Fold>
  );
}

function sidedName(id: string, name: string): string {
  const side = anatomy.byId.anastomoses.get(id)?.side;
  if (side === undefined || side === "M") return name;
  return `${name}, ${words.history.sides[side === "L" ? "left" : "right"]}`;
}
