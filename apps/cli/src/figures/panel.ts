import * as Plot from "@observablehq/plot";
import { Window } from "happy-dom";
import { palette } from "./palette.ts";

/** A drawn plot as an SVG element, with its size. */
export interface Panel {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export interface PanelSize {
  readonly width: number;
  readonly height: number;
}

/** Space between the edge of a panel and what its axes enclose. */
export const panelMargins = { top: 30, right: 20, bottom: 44, left: 56 } as const;

/** The part of a panel that its axes enclose; `right` for another space on the right. */
export function innerSize({ width, height }: PanelSize, right: number = panelMargins.right): PanelSize {
  const { top, bottom, left } = panelMargins;
  return { width: width - left - right, height: height - top - bottom };
}

type PanelOptions = Omit<Plot.PlotOptions, "document" | "style" | "width" | "height">;

/** Draws marks on axes, without a browser. */
export function drawPanel(size: PanelSize, options: PanelOptions): Panel {
  const { document } = new Window();
  const plot = Plot.plot({
    marginTop: panelMargins.top,
    marginRight: panelMargins.right,
    marginBottom: panelMargins.bottom,
    marginLeft: panelMargins.left,
    ...options,
    ...size,
    document: document as unknown as Document,
    style: { color: palette.ink, fontFamily: "inherit", fontSize: "14px", background: "none", overflow: "visible" },
  } as Plot.PlotOptions);
  plot.querySelector("style")?.remove();
  plot.removeAttribute("viewBox");
  plot.removeAttribute("class");
  for (const part of plot.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  for (const part of plot.querySelectorAll("[aria-hidden]")) part.removeAttribute("aria-hidden");
  return { ...size, svg: plot.outerHTML };
}
