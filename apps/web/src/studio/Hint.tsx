import { X } from "lucide-react";
import { useState } from "react";
import { recall, remember } from "../theme/memory.ts";
import { Button } from "../ui/Button.tsx";
import { words } from "../words.ts";
import styles from "./Hint.module.css";

const key = "openlymph.hint";

/** Three short steps for a first visit; closed once, closed for good. */
export function Hint() {
  const [step, setStep] = useState(0);
  const [open, setOpen] = useState(() => recall(key) !== "closed");
  const { steps } = words.hint;
  const text = steps[step];
  const close = (): void => {
    remember(key, "closed");
    setOpen(false);
  };
  if (!open || text === undefined) return null;
  return (
    <aside className={styles["hint"]} aria-label={words.hint.label}>
      <span className={styles["count"]}>{words.hint.of(step + 1, steps.length)}</span>
      <p aria-live="polite">{text}</p>
      {step + 1 < steps.length ? (
        <Button className={styles["next"]} onPress={() => setStep(step + 1)}>
          {words.hint.next}
        </Button>
      ) : null}
      <Button label={words.hint.close} round onPress={close}>
        <X aria-hidden="true" size={20} />
      </Button>
    </aside>
  );
}
