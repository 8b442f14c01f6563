import styles from "../Home.module.css";
import type { HomeWords } from "../words/en.ts";

/** The browser keeps nothing here: what that means and what to do. */
export function Blocked({ words }: { readonly words: HomeWords }) {
  return (
    <main className={styles["main"]}>
      <h1>{words.blocked.title}</h1>
      <p role="alert">{words.blocked.body}</p>
    </main>
  );
}
