import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "./Button.tsx";
import styles from "./Drawer.module.css";

export interface DrawerProps {
  readonly title: string;
  readonly about: string;
  readonly closeLabel: string;
  readonly testId: string;
  /** Whether what is shown belongs to what is asked. */
  readonly current: boolean;
  /** Leaves the larger half to the body. */
  readonly low?: boolean;
  /** Beside the button that closes it. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What opens below the body in place of the timeline; it has the focus when it opens. */
export function Drawer(props: DrawerProps) {
  const { title, about, closeLabel, testId, current, low = false, actions, onClose, children } = props;
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => drawer.current?.focus(), []);
  return (
    <section
      className={styles["drawer"]}
      aria-label={title}
      data-testid={testId}
      data-current={current}
      data-low={low}
      ref={drawer}
      tabIndex={-1}
    >
      <div className={styles["head"]}>
        <h2>{title}</h2>
        <p className={styles["about"]}>{about}</p>
        {actions}
        <Button label={closeLabel} round onPress={onClose}>
          <X aria-hidden="true" size={22} />
        </Button>
      </div>
      {children}
    </section>
  );
}
