import * as Plot from "@observablehq/plot";
import { palette } from "./palette.ts";
import { panelMargins } from "./panel.ts";

/** Room above the axes of a panel that has a heading. */
export const headedTop = 62;

/** A heading above a panel, and under it what its vertical axis shows. */
export function panelHeading(words: string, axis: string) {
  const place = { frameAnchor: "top-left", lineAnchor: "bottom", dx: -panelMargins.left + 2, facet: "super" } as const;
  return [
    Plot.text([words], { ...place, dy: -32, fontWeight: 600, fill: palette.ink }),
    Plot.text([axis], { ...place, dy: -12, fill: palette.muted }),
  ];
}
