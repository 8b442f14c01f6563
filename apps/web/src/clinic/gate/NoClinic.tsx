import { words } from "../words/words.ts";
import styles from "./Gate.module.css";
import { OtherRooms } from "./OtherRooms.tsx";

/** A server that runs without a clinic. */
export function NoClinic() {
  return (
    <>
      <h1>{words.gate.without.title}</h1>
      <p className={styles["lead"]}>{words.gate.without.body}</p>
      <OtherRooms />
    </>
  );
}
