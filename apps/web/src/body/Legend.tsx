import { percentText } from "../format/numbers.ts";
import { useReducedMotion } from "../theme/use-media.ts";
import { words } from "../words.ts";
import { areas } from "./areas.ts";
import styles from "./Legend.module.css";
import type { Layers } from "./layers.ts";
import { fastest, healthySpeed } from "./particles.ts";

/** The colours of the lymphosomes, and what they are. */
function AreaLegend() {
  return (
    <div className={`${styles["legend"]} ${styles["areas"]}`} data-testid="areas">
      <ul>
        {areas.map(({ id, name, colour }) => (
          <li key={id}>
            <span style={{ background: colour }} aria-hidden="true" />
            {name}
          </li>
        ))}
      </ul>
      <p className={styles["hint"]}>{words.body.areas}</p>
    </div>
  );
}

/** How fast the dots move, and that the body can be pointed at; it stands between the legs of the two figures. */
export function Legend({ layers }: { readonly layers: Layers }) {
  const still = useReducedMotion();
  const speed = percentText(healthySpeed / 1000, 1);
  if (layers.has("lymphosomes")) return <AreaLegend />;
  return (
    <div className={styles["legend"]} data-testid="legend">
      <p>{still ? words.body.scaleStill : words.body.scale(speed, fastest)}</p>
      <p className={styles["hint"]}>{words.body.point}</p>
    </div>
  );
}
