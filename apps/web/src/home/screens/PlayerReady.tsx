import { Play } from "lucide-react";
import { goTo } from "../go-to.ts";
import type { HomePlan } from "../home-plan.ts";
import { BigButton } from "../ui/BigButton.tsx";
import { useHome } from "../use-home.ts";
import styles from "./PlayerScreen.module.css";

export interface PlayerReadyProps {
  readonly plan: HomePlan;
  readonly practice: boolean;
  readonly onBegin: () => void;
}

/** Before the first stroke: how to sit, when to stop, and the press that begins. */
export function PlayerReady({ plan: { plan }, practice, onBegin }: PlayerReadyProps) {
  const { words } = useHome();
  return (
    <section className={styles["ready"]}>
      <h1>{words.player.ready.title}</h1>
      {practice ? <p>{words.player.practice}</p> : null}
      {plan.position === undefined ? null : <p>{plan.position}</p>}
      {plan.stopRule === undefined ? null : <p className={styles["stopRule"]}>{plan.stopRule}</p>}
      <ul>
        {words.player.ready.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p className={styles["stroke"]}>{words.player.sides}</p>
      <BigButton kind="filled" large onPress={onBegin}>
        <Play aria-hidden="true" />
        {words.player.ready.begin}
      </BigButton>
      <BigButton kind="plain" onPress={() => goTo("today")}>
        {words.check.back}
      </BigButton>
    </section>
  );
}
