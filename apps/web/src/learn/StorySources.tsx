import { useEffect, useState } from "react";
import { Dialog, DialogTrigger, Heading, Popover } from "react-aria-components";
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

/** What the claims of a story rest on, one press away. */
export function StorySources({ story }: { readonly story: StoryName }) {
  const { texts, condition } = storySources[story];
  return (
    <DialogTrigger>
      <Button className={styles["open"]}>{told.open}</Button>
      <Popover className={styles["popover"] ?? ""} placement="bottom end" offset={4}>
        <Dialog className={styles["dialog"] ?? ""} data-testid="story-sources">
          <Heading slot="title">{told.title}</Heading>
          <ul>
            {texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {condition === undefined ? null : <Studies condition={condition} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
