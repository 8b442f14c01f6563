import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import styles from "./Fold.module.css";

export interface FoldProps {
  readonly title: string;
  readonly aside?: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A section that folds away. */
export function Fold({ title, aside, open = false, children }: FoldProps) {
  return (
    <Disclosure defaultExpanded={open} className={styles["fold"] ?? ""}>
      <Heading level={3}>
        <Button slot="trigger" className={styles["head"] ?? ""}>
          <span>{title}</span>
          {aside === undefined ? null : <span className={styles["aside"]}>{aside}</span>}
          <ChevronDown aria-hidden="true" size={20} className={styles["chevron"]} />
        </Button>
      </Heading>
      <DisclosurePanel className={styles["panel"] ?? ""}>{children}</DisclosurePanel>
    </Disclosure>
  );
}
