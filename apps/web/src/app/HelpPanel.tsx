import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "../ui/Button.tsx";
import { words } from "../words.ts";
import styles from "./HelpPanel.module.css";

/** What is seen and which keys there are; beside the room, not over it. */
export function HelpPanel({ onClose }: { readonly onClose: () => void }) {
  const { help } = words;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={styles["help"]}
      aria-label={words.header.help}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <div className={styles["head"]}>
        <h2>{help.title}</h2>
        <Button label={words.header.close} round onPress={onClose}>
          <X aria-hidden="true" size={22} />
        </Button>
      </div>
      <dl className={styles["parts"]}>
        {help.parts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <h3>{help.keysTitle}</h3>
      <dl className={styles["keys"]}>
        {help.keys.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <h3>{help.limitsTitle}</h3>
      <p>{help.limits}</p>
    </aside>
  );
}
