import type { Theme, View } from "@openlymph/figure";

/** Name of the picture of the resting body that is drawn while the app is built. */
export const posterName = (view: View, theme: Theme): string => `poster-${view}-${theme}.png`;
