/**
 * A figure as SVG, 640 × 400: frame with few ticks, published spreads as pale bands, published numbers as open circles with
 * bars, ours as a green line or dots. Own background, so that it reads on light and dark pages. Coordinates are rounded to a
 * tenth of a pixel: the same bytes as long as nothing visible changes.
 */
import type { Figure, FigureAxis, FigureSeries } from "./figure.ts";

const size = { width: 640, height: 400 };
const frame = { left: 72, right: 24, top: 44, bottom: 56 };
const colours = ["#5b7a1f", "#2f6f8f", "#a0612a", "#7a4b8c", "#555555"];
const style = `text{font:13px system-ui,"Segoe UI",Helvetica,Arial,sans-serif;fill:#333}.tick{fill:#666;font-size:12px}.frame{fill:none;stroke:#bbb}.band{fill:#cfd9b0;fill-opacity:.45}.grid{stroke:#eee}.error{stroke:#333}`;

interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  at(value: number): number;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function rounded(pixel: number): string {
  return String(Math.round(pixel * 10) / 10);
}

/** Step of 1, 2 or 5 times a power of ten that gives four to eight intervals. */
function niceStep(span: number): number {
  const raw = span / 6;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((f) => f * power >= raw * 0.999) ?? 10;
  return factor * power;
}

function scale(axis: FigureAxis, values: readonly number[], low: number, high: number): Scale {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const step = niceStep((axis.to ?? most) - (axis.from ?? least) || Math.abs(most) || 1);
  const from = axis.from ?? Math.floor(least / step + 1e-6) * step;
  const to = axis.to ?? Math.ceil(most / step - 1e-6) * step;
  const end = to > from ? to : from + step;
  const first = Math.ceil(from / step - 1e-9);
  const ticks = Array.from({ length: Math.floor(end / step + 1e-9) - first + 1 }, (_, i) => (first + i) * step);
  return { from, to: end, ticks, at: (value) => low + ((value - from) / (end - from)) * (high - low) };
}

function tickLabel(value: number): string {
  return String(Number(value.toPrecision(6))).replace("-", "−");
}

function drawSeries({ style: kind, points, errors }: FigureSeries, colour: string, x: Scale, y: Scale): string {
  const spots = points.map(([a, b]) => [rounded(x.at(a)), rounded(y.at(b))] as const);
  if (kind === "line") {
    const path = spots.map((spot) => spot.join(",")).join(" ");
    return `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${path}"/>`;
  }
  const bars = points.map(([a, b], i) => {
    const half = errors?.[i] ?? 0;
    const [top, bottom] = [rounded(y.at(b + half)), rounded(y.at(b - half))];
    const at = rounded(x.at(a));
    return half === 0 ? "" : `<line class="error" x1="${at}" x2="${at}" y1="${top}" y2="${bottom}"/>`;
  });
  const paint = kind === "published" ? `fill="#fff" stroke="#333" stroke-width="1.5"` : `fill="${colour}"`;
  return bars.join("") + spots.map(([a, b]) => `<circle cx="${a}" cy="${b}" r="4.5" ${paint}/>`).join("");
}

/** Marks and names in one row above the frame. */
function legend(figure: Figure, colourOf: (i: number) => string): string {
  let left = frame.left;
  const entry = (mark: (at: number) => string, name: string) => {
    const text = `${mark(left)}<text x="${left + 24}" y="26">${escaped(name)}</text>`;
    left += 44 + 7.2 * name.length;
    return text;
  };
  const series = figure.series.map(({ name, style: kind }, i) =>
    entry((at) => {
      if (kind === "line")
        return `<line x1="${at}" x2="${at + 18}" y1="22" y2="22" stroke="${colourOf(i)}" stroke-width="2"/>`;
      const paint = kind === "published" ? `fill="#fff" stroke="#333" stroke-width="1.5"` : `fill="${colourOf(i)}"`;
      return `<circle cx="${at + 9}" cy="22" r="4.5" ${paint}/>`;
    }, name),
  );
  const names = new Set(figure.bands?.map(({ name }) => name));
  const bands = [...names].map((name) =>
    entry((at) => `<rect x="${at}" y="15" width="18" height="14" fill="#cfd9b0" fill-opacity=".6"/>`, name),
  );
  return [...series, ...bands].join("");
}

/** The figure as an SVG document. */
export function drawFigure(figure: Figure): string {
  const bands = figure.bands ?? [];
  const ends = (axis: "x" | "y") => bands.flatMap((band) => (band.axis === axis ? [band.from, band.to] : []));
  const points = figure.series.flatMap(({ points: list, errors }) =>
    list.flatMap(([a, b], i) => [[a, b + (errors?.[i] ?? 0)] as const, [a, b - (errors?.[i] ?? 0)] as const]),
  );
  const [left, right] = [frame.left, size.width - frame.right];
  const [bottom, top] = [size.height - frame.bottom, frame.top];
  const x = scale(figure.x, [...points.map(([a]) => a), ...ends("x")], left, right);
  const y = scale(figure.y, [...points.map(([, b]) => b), ...ends("y")], bottom, top);
  const clip = (at: number, low: number, high: number) => Math.min(high, Math.max(low, at));
  let next = 0;
  const colourList = figure.series.map((each) => colours[each.style === "published" ? 4 : next++ % 4]!);
  const colourOf = (i: number) => colourList[i]!;
  const bandRects = bands.map(({ axis, from, to }) => {
    const [a, b] = axis === "x" ? [clip(x.at(from), left, right), clip(x.at(to), left, right)] : [left, right];
    const [c, d] = axis === "y" ? [clip(y.at(to), top, bottom), clip(y.at(from), top, bottom)] : [top, bottom];
    return `<rect class="band" x="${rounded(a)}" y="${rounded(c)}" width="${rounded(b - a)}" height="${rounded(d - c)}"/>`;
  });
  const ticks = [
    ...x.ticks.map((value) => {
      const at = rounded(x.at(value));
      const line = `<line class="grid" x1="${at}" x2="${at}" y1="${top}" y2="${bottom}"/>`;
      return `${line}<text class="tick" x="${at}" y="${bottom + 18}" text-anchor="middle">${tickLabel(value)}</text>`;
    }),
    ...y.ticks.map((value) => {
      const at = rounded(y.at(value));
      const line = `<line class="grid" x1="${left}" x2="${right}" y1="${at}" y2="${at}"/>`;
      return `${line}<text class="tick" x="${left - 8}" y="${Number(at) + 4}" text-anchor="end">${tickLabel(value)}</text>`;
    }),
  ];
  const middle = (top + bottom) / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img">`,
    `<title>${escaped(figure.caption)}</title><style>${style}</style>`,
    `<rect width="${size.width}" height="${size.height}" rx="8" fill="#fdfdfb"/>`,
    ...bandRects,
    ...ticks,
    `<rect class="frame" x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"/>`,
    ...figure.series.map((each, i) => drawSeries(each, colourOf(i), x, y)),
    `<text x="${(left + right) / 2}" y="${size.height - 14}" text-anchor="middle">${escaped(figure.x.label)}</text>`,
    `<text transform="translate(18 ${middle}) rotate(-90)" text-anchor="middle">${escaped(figure.y.label)}</text>`,
    legend(figure, colourOf),
    "</svg>\n",
  ].join("\n");
}
