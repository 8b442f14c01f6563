import { BookOpen } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { readStudies } from "../run/model.ts";
import type { ToldStudies } from "../run/told-studies.ts";
import { Button } from "../ui/Button.tsx";
import { words } from "../words.ts";
import styles from "./StorySources.module.css";
import type { StoryName } from "./stories.ts";
import { storySources } from "./story-sources.ts";

const told = words.learn.sources;

function Studies({ condition }: { readonly condition: string }) {
  const [found, setFound] = useState<ToldStudies>();
  useEffect(() => {
    let alive = true;
    readStudies(condition).then(
      (studies) => {
        if (alive) setFound(studies);
      },
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [condition]);
  if (found === undefined) return <p role="status">{told.loading}</p>;
  return (
    <>
      <p>
        <strong>{found.condition}</strong>: {found.grade} {found.draft ? told.draft : ""}
      </p>
      <ul>
        {found.studies.map((study) => (
          <li key={study}>{study}</li>
        ))}
      </ul>
    </>
  );
}

/** What the claims of a story rest on, one press away: a panel below the story, closed by the same button or Escape. */
export function StorySources({ story }: { readonly story: StoryName }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { texts, condition } = storySources[story];
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the panel from anywhere inside it
    <div onKeyDown={onKey}>
      <Button ref={button} label={told.open} round expanded={open} onPress={() => setOpen(!open)}>
        <BookOpen aria-hidden="true" size={20} />
      </Button>
      {open ? (
        <section className={styles["panel"]} aria-label={told.title} data-testid="story-sources">
          <h2>{told.title}</h2>
          <ul>
            {texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {condition === undefined ? null : <Studies condition={condition} />}
        </section>
      ) : null}
    </div>
  );
}
