import { useEffect, useState } from "react";
import { figureWorker } from "../body/figure-worker.ts";
import type { ToldStroke } from "../run/told-stroke.ts";
import { useTheme } from "../theme/theme.ts";
import { useReducedMotion } from "../theme/use-media.ts";
import { Badge } from "../ui/Badge.tsx";
import { withFont } from "../ui/picture-font.ts";
import { words } from "../words.ts";
import styles from "./StrokeSheet.module.css";
import { pictureWords, whoMay } from "./stroke-sheet.ts";

/** Address of the picture of a stroke, drawn away from the page; undefined until it is there. */
function usePicture(told: ToldStroke, still: boolean): string | undefined {
  const theme = useTheme();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let alive = true;
    let own: string | undefined;
    void figureWorker
      .stroke(told.moving, pictureWords(told), theme, still)
      .then(withFont)
      .then((svg) => {
        if (!alive) return;
        own = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
        setAddress(own);
      });
    return () => {
      alive = false;
      if (own !== undefined) URL.revokeObjectURL(own);
    };
  }, [told, theme, still]);
  return address;
}

function List({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}

/** How a stroke is done: who may, the moving picture, or three still ones where less motion is wished for, and the words. */
export function StrokeSheet({ told }: { readonly told: ToldStroke }) {
  const still = useReducedMotion();
  const picture = usePicture(told, still);
  const { strokes } = words;
  const { place, stretch, release, moveOn } = told.steps;
  return (
    <section className={styles["sheet"]} aria-label={told.name} data-stroke={told.moving.id}>
      <p className={styles["head"]}>
        <strong>{told.name}</strong>
        <span title={words.plan.draftWhy}>
          <Badge tone="warn">{words.plan.draft}</Badge>
        </span>
      </p>
      <p>{whoMay(told)}</p>
      {picture === undefined ? (
        <p className={styles["waiting"]} role="status">
          {strokes.loading}
        </p>
      ) : (
        <img className={styles["picture"]} src={picture} alt={strokes.alt(told.name)} />
      )}
      <ol>
        {[place, stretch, release, moveOn].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <List title={strokes.feelFor} items={told.feelFor} />
      <List title={strokes.avoid} items={told.avoid} />
      {told.pressure === null ? null : <p className={styles["aside"]}>{strokes.debate(told.taught, told.measured)}</p>}
      <p className={styles["aside"]}>
        {strokes.assumed} {strokes.evidence(told.evidence)}
      </p>
    </section>
  );
}
