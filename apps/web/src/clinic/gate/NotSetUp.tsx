import card from "../ui/Card.module.css";
import { words } from "../words/words.ts";
import styles from "./Gate.module.css";
import { OtherRooms } from "./OtherRooms.tsx";

const told = words.gate.unset;

/** Nobody has set this server up: what the room is for, and how to begin. */
export function NotSetUp() {
  return (
    <>
      <h1>{told.title}</h1>
      <p className={styles["lead"]}>{told.body}</p>
      <div className={card["card"]}>
        <p>{told.how}</p>
        <p className={styles["hint"]}>{told.who}</p>
      </div>
      <OtherRooms />
    </>
  );
}
