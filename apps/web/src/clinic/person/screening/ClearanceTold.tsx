import type { JudgedLifting, Lifting } from "@openlymph/therapy";
import card from "../../ui/Card.module.css";
import styles from "./Beside.module.css";
import { clearanceSaid, whyNot } from "./told-beside.ts";

export interface ClearanceToldProps {
  readonly given: Lifting;
  readonly rule: string;
  /** As the outcome judges them. */
  readonly liftings: readonly JudgedLifting[];
}

/** A clearance with its words, and why it does not count where it does not. */
export function ClearanceTold({ given, rule, liftings }: ClearanceToldProps) {
  const not = whyNot(given, rule, liftings);
  return (
    <>
      <p>{clearanceSaid(given)}</p>
      <p className={card["quiet"]}>“{given.text}”</p>
      {not === undefined ? null : <p className={styles["not"]}>{not}</p>}
    </>
  );
}
