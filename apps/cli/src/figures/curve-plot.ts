import type * as Plot from "@observablehq/plot";
import type { KeyItem } from "./frame.ts";
import { drawPanel, type Panel, panelMargins } from "./panel.ts";
import { headedTop, panelHeading } from "./panel-heading.ts";

/** Curves for a figure and for a page alike: axes and marks, key, and what they show in words. */
export interface CurvePlot {
  readonly title: string;
  readonly about: string;
  readonly description: string;
  readonly height: number;
  readonly options: Pick<Plot.PlotOptions, "fx" | "x" | "y" | "marks" | "marginRight">;
  readonly key: readonly KeyItem[];
}

/** Width of a figure of curves, px. */
const usualWidth = 904;

/** Curves as a panel of a figure, with their title above them. */
export function plotPanel({ title, height, options }: CurvePlot, width = usualWidth): Panel {
  const { label = "", ...y } = options.y ?? {};
  return drawPanel(
    { width, height: height + headedTop - panelMargins.top },
    {
      ...options,
      marginTop: headedTop,
      y: { ...y, label: null },
      marks: [...(options.marks ?? []), ...panelHeading(title, label ?? "")],
    },
  );
}

/** What the curves of a figure show, for those who do not see them. */
export function plotsDescription(plots: readonly CurvePlot[]): string {
  return plots.map(({ title, description }) => `${title}: ${description}`).join(" ");
}
