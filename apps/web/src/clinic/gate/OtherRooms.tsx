import card from "../ui/Card.module.css";
import { words } from "../words/words.ts";
import styles from "./Gate.module.css";

const told = words.gate.unset;

/** The rooms that ask for no account. */
export function OtherRooms() {
  return (
    <section className={styles["others"]}>
      <h2>{told.other}</h2>
      <ul className={card["plainList"]}>
        <li>
          <a href="/">{told.studio}</a>
        </li>
        <li>
          <a href="/home/">{told.home}</a>
        </li>
      </ul>
    </section>
  );
}
