import { useState } from "react";
import styles from "./About.module.css";

/** A paragraph of which two lines are shown until it is pressed. */
export function About({ text }: { readonly text: string }) {
  const [whole, setWhole] = useState(false);
  return (
    <button
      type="button"
      className={styles["about"]}
      data-whole={whole}
      aria-expanded={whole}
      onClick={() => setWhole(!whole)}
    >
      <span>{text}</span>
    </button>
  );
}
