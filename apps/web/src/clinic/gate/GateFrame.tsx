import type { ReactNode } from "react";
import { ThemeButton } from "../ThemeButton.tsx";
import { words } from "../words/words.ts";
import styles from "./Gate.module.css";

/** Everything before the door: the name of the house, one thing to do, and where else one can go. */
export function GateFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles["gate"]}>
      <header className={styles["header"]}>
        <p className={styles["name"]}>
          <img src="/icon.svg" alt="" width="28" height="28" />
          {words.name}
          <span className={styles["room"]}>{words.room}</span>
        </p>
        <nav aria-label={words.name} className={styles["links"]}>
          <a href="/">{words.rooms.studio}</a>
          <a href="/home/">{words.rooms.home}</a>
        </nav>
        <ThemeButton />
      </header>
      <main className={styles["main"]}>{children}</main>
      <footer className={styles["footer"]}>
        <p>{words.gate.foot}</p>
        <p>{words.purpose}</p>
      </footer>
    </div>
  );
}
