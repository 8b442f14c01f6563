/** Words beside the body: the sides, and callouts with a leader line. */
import { short } from "../outline/path.ts";
import type { FigureScene } from "../scene/scene.ts";
import { escapeXml, type Pen } from "./drawing.ts";

const spacing = 15;
const reach = 150;

/** Half width of the drawing, in which words must stay. */
const room = 178;

/** How far the body reaches to one side between the heights y − 9 and y + 9. */
function extent(scene: FigureScene, sign: number, y: number): number {
  const { contour } = scene;
  let far = 0;
  for (let i = 0; i < contour.length; i += 2) {
    const next = (i + 2) % contour.length;
    const y0 = contour[i + 1]!;
    const y1 = contour[next + 1]!;
    if (Math.max(y0, y1) < y - 9 || Math.min(y0, y1) > y + 9) continue;
    far = Math.max(far, sign * contour[i]!, sign * contour[next]!);
  }
  return far;
}

/** The height nearest to y at which there is room for words beside the body. */
function freeRow(scene: FigureScene, sign: number, y: number): number {
  for (let away = 0; away < 400; away += 5) {
    for (const row of [y + away, y - away]) if (extent(scene, sign, row) + 16 < room) return row;
  }
  return y;
}

interface Callout {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Callouts from top to bottom, pushed apart to at least `spacing`. */
function spread(
  scene: FigureScene,
  sign: number,
  callouts: readonly Callout[],
): readonly (Callout & { readonly row: number })[] {
  let last = -Infinity;
  return [...callouts]
    .sort((a, b) => a.y - b.y)
    .map((callout) => {
      last = freeRow(scene, sign, Math.max(callout.y, last + spacing));
      return { ...callout, row: last };
    });
}

/** Side letters at the feet and the callouts. */
export function labelLayer(scene: FigureScene, pen: Pen): string {
  if (!pen.shows("labels")) return "";
  const { ink, muted } = pen.colour;
  const left = scene.view === "front" ? 1 : -1;
  const anchors = new Map<string, readonly [number, number]>([
    ...scene.territories.map((t) => [t.id, t.label] as const),
    ...scene.nodes.map((n) => [n.id, [n.x, n.y]] as const),
  ]);
  const callouts = Object.entries(pen.drawing.callouts ?? {}).flatMap(([id, text]): Callout[] => {
    const at = anchors.get(id);
    return at === undefined ? [] : [{ text, x: at[0], y: at[1] }];
  });
  const lines = [-1, 1].flatMap((sign) =>
    spread(
      scene,
      sign,
      callouts.filter((c) => c.x < 0 === sign < 0),
    ).map(({ text, x, y, row }) => {
      const end = sign * Math.max(reach, extent(scene, sign, row) + 16);
      const leader = `<path d="M${short(x)} ${short(y)}L${short(end - sign * 14)} ${short(row)}H${short(end)}" fill="none" stroke="${muted}" stroke-width=".8"/>`;
      const anchor = sign < 0 ? "end" : "start";
      return `${leader}<circle cx="${short(x)}" cy="${short(y)}" r="1.4" fill="${muted}"/><text x="${short(end + sign * 4)}" y="${short(row + 3.2)}" text-anchor="${anchor}" fill="${ink}">${escapeXml(text)}</text>`;
    }),
  );
  const sides = [
    ["L", left],
    ["R", -left],
  ] as const;
  const letters = sides.map(
    ([side, sign]) =>
      `<text x="${128 * sign}" y="998" text-anchor="middle" font-size="15" font-weight="600" fill="${muted}">${side}</text>`,
  );
  return `<g font-family="'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', system-ui, sans-serif" font-size="10">${letters.join("")}${lines.join("")}</g>`;
}
