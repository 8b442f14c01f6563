import { percentText } from "../format/numbers.ts";
import { useReducedMotion } from "../theme/use-media.ts";
import { words } from "../words.ts";
import styles from "./Legend.module.css";
import { fastest, healthySpeed } from "./particles.ts";

/** How fast the dots move, and that the body can be pointed at; it stands between the legs of the two figures. */
export function Legend() {
  const still = useReducedMotion();
  const speed = percentText(healthySpeed / 1000, 1);
  return (
    <div className={styles["legend"]} data-testid="legend">
      <p>{still ? words.body.scaleStill : words.body.scale(speed, fastest)}</p>
      <p className={styles["hint"]}>{words.body.point}</p>
    </div>
  );
}
