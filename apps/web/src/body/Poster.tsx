import type { View } from "@openlymph/figure";
import { useTheme } from "../theme/theme.ts";
import styles from "./BodyFigure.module.css";
import { posterName } from "./poster.ts";

/** The resting body as it was drawn when the app was built, until the page has painted its own. */
export function Poster({ view }: { readonly view: View }) {
  const theme = useTheme();
  return <img className={styles["drawing"]} src={`/${posterName(view, theme)}`} alt="" data-layer="poster" />;
}
