import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import styles from "./Fold.module.css";
import { useKeptOpen } from "./kept-place.ts";

export interface FoldProps {
  readonly title: string;
  readonly aside?: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A section that folds away. Where a place is kept, it comes back as it was left. */
export function Fold({ title, aside, open = false, children }: FoldProps) {
  const [expanded, setExpanded] = useKeptOpen(title, open);
  return (
    <Disclosure isExpanded={expanded} onExpandedChange={setExpanded} className={styles["fold"] ?? ""}>
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
