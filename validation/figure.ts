/** A small figure as a value: curves, points and bands on two linear axes; `drawFigure` (draw-figure.ts) makes it SVG. */

export interface FigureAxis {
  /** What and in which unit: "outlet over inlet pressure, mmHg". */
  readonly label: string;
  /** Ends of the axis; absent for the data's own. */
  readonly from?: number;
  readonly to?: number;
}

export interface FigureSeries {
  readonly name: string;
  /** `line` for a curve of ours, `dots` for single points of ours, `published` for numbers from a source. */
  readonly style: "line" | "dots" | "published";
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Half length of the error bar of each point, upward and downward. */
  readonly errors?: readonly number[];
}

export interface FigureBand {
  /** The axis on which the ends lie; the band crosses the whole figure the other way. */
  readonly axis: "x" | "y";
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

export interface Figure {
  /** One sentence under the picture: what is seen, and what the band or points are. */
  readonly caption: string;
  readonly x: FigureAxis;
  readonly y: FigureAxis;
  readonly series: readonly FigureSeries[];
  /** Published spreads, drawn behind everything. */
  readonly bands?: readonly FigureBand[];
}
