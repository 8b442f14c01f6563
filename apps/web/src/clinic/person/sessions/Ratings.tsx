import type { SessionRecord } from "@openlymph/record";
import card from "../../ui/Card.module.css";
import { Card } from "../../ui/Card.tsx";
import { words } from "../../words/words.ts";
import { RatingCourse } from "./RatingCourse.tsx";
import styles from "./Ratings.module.css";

const told = words.person.sessions;
const symptoms = ["heaviness", "tightness", "pain"] as const;

/** How sessions felt, one small course for each symptom, and the same in words. */
export function Ratings({ sessions }: { readonly sessions: readonly SessionRecord[] }) {
  const rated = sessions.flatMap(({ rated: one, begunAt }) =>
    one === undefined ? [] : [{ ...one, at: Date.parse(begunAt) }],
  );
  const first = rated[0];
  const last = rated.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <Card title={told.ratings}>
      <p className={card["quiet"]}>{told.ratingsAbout}</p>
      <div className={styles["ratings"]}>
        {symptoms.map((symptom) => {
          const values = rated.map((one) => one[symptom]);
          const said = told.trend(
            told.rows[symptom],
            first[symptom],
            last[symptom],
            values.length,
            Math.min(...values),
            Math.max(...values),
          );
          return (
            <figure key={symptom}>
              <RatingCourse values={values} />
              <figcaption>{said}</figcaption>
            </figure>
          );
        })}
      </div>
    </Card>
  );
}
