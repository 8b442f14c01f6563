import type { Rehearsal } from "@openlymph/rehearsal";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import type { Clock } from "../clock/clock.ts";
import { useClock } from "../clock/use-clock.ts";
import type { NodeSizes } from "../run/node-sizes.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { words } from "../words.ts";
import { FactSources } from "./FactSources.tsx";
import { factsOf } from "./facts.ts";
import styles from "./InfoCard.module.css";
import { momentAt, type RunName } from "./moment.ts";
import type { Thing } from "./things.ts";

export interface InfoCardProps {
  readonly thing: Thing | undefined;
  readonly kept: boolean;
  /** Whether it takes the focus when it is kept: it was kept with a key, and what it offers is reached from here. */
  readonly focused: boolean;
  readonly rehearsal: Rehearsal | undefined;
  readonly sizes: NodeSizes | undefined;
  readonly run: RunName;
  /** Where it lies: away from what is pointed at. */
  readonly place: "top" | "bottom";
  readonly clock: Clock;
  /** What can be done with a thing that is kept. */
  readonly actions: (thing: Thing) => ReactNode;
  readonly onRelease: () => void;
  readonly onMicroscope: (looking: { readonly name: string }) => void;
}

/** What is pointed at, in numbers. */
export function InfoCard(props: InfoCardProps) {
  const { thing, kept, focused, rehearsal, sizes, run, place, clock, actions, onRelease, onMicroscope } = props;
  const second = useClock(clock, (at) => Math.floor(at.time));
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (kept && focused) card.current?.focus();
  }, [kept, focused]);
  if (thing === undefined || rehearsal === undefined) return null;
  const { facts, estimated, sources } = factsOf(rehearsal, momentAt(rehearsal, run, second), thing, sizes);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape lets go from anywhere inside it
    <div
      className={styles["card"]}
      data-place={place}
      data-testid="facts"
      ref={card}
      tabIndex={-1}
      onKeyDown={(event) => {
        // A menu of its own hears Escape first, and lies elsewhere on the page.
        if (event.key === "Escape" && event.currentTarget.contains(event.target as Node)) onRelease();
      }}
    >
      <div className={styles["name"]}>
        <p className={styles["kind"]}>{words.facts.kinds[thing.kind]}</p>
        <p className={styles["title"]}>{thing.name}</p>
        {estimated ? <Badge>{words.facts.estimated}</Badge> : null}
      </div>
      <dl className={styles["facts"]}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {sources.sources.length === 0 ? null : <FactSources told={sources} kept={kept} />}
      {kept ? (
        <div className={styles["actions"]}>
          {thing.kind === "vessel" ? (
            <Button kind="outlined" onPress={() => onMicroscope({ name: thing.name })}>
              {words.microscope.openOne}
            </Button>
          ) : null}
          {actions(thing)}
        </div>
      ) : null}
      {kept ? (
        <Button className={styles["release"]} label={words.facts.release} round onPress={onRelease}>
          <X aria-hidden="true" size={20} />
        </Button>
      ) : null}
      <p className="unseen" role="status">
        {thing.name}. {facts.map(({ label, value }) => `${label}: ${value}`).join(". ")}
        {estimated ? `. ${words.facts.estimated}` : ""}
      </p>
    </div>
  );
}
