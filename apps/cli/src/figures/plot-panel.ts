import type { CoursePlot } from "./course-plots.ts";
import { drawPanel, type Panel, panelMargins } from "./panel.ts";
import { headedTop, panelHeading } from "./panel-heading.ts";

const width = 904;

/** A plot as a panel of a figure, its title and what its vertical axis shows above it. */
export function plotPanel({ title, height, options }: CoursePlot): Panel {
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
