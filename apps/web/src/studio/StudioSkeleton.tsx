import figure from "../body/BodyFigure.module.css";
import stage from "../body/BodyStage.module.css";
import { Poster } from "../body/Poster.tsx";
import { classes } from "../ui/classes.ts";
import panel from "../ui/Panel.module.css";
import { words } from "../words.ts";
import styles from "./Studio.module.css";
import own from "./StudioSkeleton.module.css";

/** The shape of the studio while its parts are fetched. */
export function StudioSkeleton() {
  const lines = (
    <>
      <span className={own["line"]} />
      <span className={own["line"]} />
      <span className={own["line"]} />
    </>
  );
  return (
    <main className={styles["studio"]} aria-busy="true" aria-label={words.body.loading}>
      <div className={`${styles["left"]} ${own["side"]}`} aria-hidden="true">
        <div className={panel["panel"]}>{lines}</div>
        <div className={panel["panel"]}>{lines}</div>
      </div>
      <div className={styles["centre"]} aria-hidden="true">
        <div className={stage["stage"]} id="body">
          <div className={stage["figures"]}>
            {(["front", "back"] as const).map((view) => (
              <div key={view} className={classes(figure["figure"], view === "back" ? own["second"] : undefined)}>
                <div className={figure["frame"]}>
                  <Poster view={view} />
                </div>
                <div className={figure["caption"]} />
              </div>
            ))}
          </div>
        </div>
        <div className={own["bar"]} />
      </div>
      <div className={`${styles["right"]} ${own["side"]}`} aria-hidden="true">
        <div className={`${panel["panel"]} ${own["whole"]}`}>{lines}</div>
      </div>
    </main>
  );
}
