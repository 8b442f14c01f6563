/** What lies in the skin: territories, the veil of excess fluid, watersheds. */
import { short } from "../outline/path.ts";
import type { FigureScene } from "../scene/scene.ts";
import { escapeXml, handle, type Pen, share } from "./drawing.ts";
import { ellipse } from "./ground.ts";

/** Areas of one colour as one field each. */
function areaFields(scene: FigureScene, pen: Pen): string {
  const byColour = new Map<string, string[]>();
  for (const { id, d } of scene.territories) {
    const colour = pen.drawing.areas?.[id];
    if (colour !== undefined) byColour.set(colour, [...(byColour.get(colour) ?? []), d]);
  }
  const fields = [...byColour].map(([colour, paths]) => `<path d="${paths.join("")}" fill="${escapeXml(colour)}"/>`);
  return fields.length === 0
    ? ""
    : `<g clip-path="url(#${pen.id("clip")})" fill-opacity="${pen.dark ? ".42" : ".34"}">${fields.join("")}</g>`;
}

/** Territories as faint fields that can be pointed at; deep ones as dashed ellipses. */
export function territoryLayer(scene: FigureScene, pen: Pen): string {
  const areas = areaFields(scene, pen);
  if (!pen.shows("territories")) return areas;
  const { colour } = pen;
  const fields = scene.territories.map(({ id, d }) => `<path ${handle(pen, "territory", id)} d="${d}"/>`);
  const deep = pen.shows("deep")
    ? scene.deepTerritories.map((t) => ellipse(t, ` ${handle(pen, "territory", t.id)} stroke-dasharray="2 2"`))
    : [];
  return (
    `${areas}<g clip-path="url(#${pen.id("clip")})" fill="${colour.accent}" fill-opacity=".035" stroke="${colour.water}" ` +
    `stroke-width=".6" stroke-opacity=".55" stroke-linejoin="round">${fields.join("")}${deep.join("")}</g>`
  );
}

/** Opacity of the veil at an excess of 0 … 1: 8–55 % on light, 10–60 % on dark skin; 0 without excess. */
export function veilOpacity(excess: number, dark: boolean): number {
  const x = share(excess);
  if (x === 0) return 0;
  return dark ? 0.1 + 0.5 * x : 0.08 + 0.47 * x;
}

/** The blue veil: territories of equal excess are one soft field. */
export function veilLayer(scene: FigureScene, pen: Pen): string {
  const byOpacity = new Map<string, string[]>();
  for (const { id, bleed } of scene.territories) {
    const opacity = short(veilOpacity(pen.drawing.veil?.[id] ?? 0, pen.dark));
    if (opacity === "0") continue;
    byOpacity.set(opacity, [...(byOpacity.get(opacity) ?? []), bleed]);
  }
  if (byOpacity.size === 0) return "";
  const fields = [...byOpacity].map(([opacity, paths]) => `<path d="${paths.join("")}" opacity="${opacity}"/>`);
  return (
    `<g clip-path="url(#${pen.id("clip")})"><g fill="${pen.colour.veil}" filter="url(#${pen.id("veil-blur")})">` +
    `${fields.join("")}</g></g>`
  );
}

/** Watersheds as dotted lines. */
export function watershedLayer(scene: FigureScene, pen: Pen): string {
  if (!pen.shows("watersheds")) return "";
  const lines = scene.watersheds.map(({ id, side, d }, i) => {
    const name = pen.drawing.names?.[id];
    const label = name === undefined ? "" : ` aria-label="${escapeXml(name)}"`;
    const quiet = side === "M" ? ` opacity=".5"` : "";
    return `<path id="${pen.id(`watershed-${i}`)}" data-kind="watershed" data-id="${id}" data-side="${side}"${label}${quiet} d="${d}"/>`;
  });
  return (
    `<g clip-path="url(#${pen.id("clip")})" fill="none" stroke="${pen.colour.water}" stroke-width=".8" ` +
    `stroke-dasharray="1 4.2" stroke-linecap="round" opacity=".75">${lines.join("")}</g>`
  );
}
