import styles from "../Home.module.css";
import { BigButton } from "../ui/BigButton.tsx";
import { useHome } from "../use-home.ts";

/** What the browser lost, until the person has seen it. */
export function LostNote() {
  const { state, ledger, words } = useHome();
  if (state.lost === undefined) return null;
  return (
    <div role="alert" className={styles["alarm"]}>
      <p>{words.me.lost(state.lost.operations, state.lost.waiting)}</p>
      <BigButton onPress={ledger.forgetLoss}>{words.me.lostSeen}</BigButton>
    </div>
  );
}
