import { describe, expect, it } from "vitest";
import { figureScene } from "../scene/figure-scene.ts";
import type { FigureDrawing } from "./drawing.ts";
import { figureLayers, figureSvg } from "./figure-svg.ts";
import { insetIds, insetScene, insetSvg } from "./inset.ts";
import { removedBeads } from "./nodes.ts";
import { strokeGlyph } from "./stroke-glyph.ts";
import { veilOpacity } from "./surface.ts";

const front = figureScene({ view: "front" });
const swollen = figureScene({ view: "front", swelling: { forearm_L: 0.2, calf_R: 0.4 } });
const everything: FigureDrawing = {
  theme: "dark",
  layers: { territories: true, deep: true, labels: true },
  veil: { forearmVolar_L: 0.4, legAnteromedial_R: 1 },
  removed: { AXCEN_L: 1, LUMB_R: 0.5 },
  strandWeight: { vmCalf_R: 1.6, alLeg_L: 0 },
  names: { AXCEN_L: 'central axillary nodes "left" & more' },
  callouts: { legAnteromedial_R: "leg +40 % < 50 %" },
  title: "After <clearance>",
  tracer: {
    strands: { vmCalf_R: [0, 0.5, 1], "AXCEN_L>AXAP_L": [0.3, 0.3] },
    nodes: { AXLAT_L: 0.8, INGINF_R: 0.01 },
    territories: { forearmVolar_L: 1 },
  },
};

/** Reads tags with a stack; throws on anything that does not nest or has a doubled attribute. */
function readXml(text: string): readonly { readonly tag: string; readonly attributes: ReadonlyMap<string, string> }[] {
  const elements: { tag: string; attributes: Map<string, string> }[] = [];
  const open: string[] = [];
  let at = 0;
  const token = /<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|[^<]+/y;
  while (at < text.length) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) throw new Error(`not XML at ${text.slice(at, at + 60)}`);
    at = token.lastIndex;
    const [whole, closing, tag, written = "", empty] = match;
    if (/&(?!(amp|lt|gt|quot);)/.test(whole)) throw new Error(`bare & in ${whole}`);
    if (tag === undefined) continue;
    if (closing === "/") {
      if (open.pop() !== tag) throw new Error(`</${tag}> closes another element`);
      continue;
    }
    const attributes = new Map<string, string>();
    for (const [, name = "", value = ""] of written.matchAll(/([\w:-]+)="([^"]*)"/g)) {
      if (attributes.has(name)) throw new Error(`${name} twice in <${tag}>`);
      attributes.set(name, value);
    }
    elements.push({ tag, attributes });
    if (empty !== "/") open.push(tag);
  }
  if (open.length > 0) throw new Error(`<${open.join("> <")}> not closed`);
  return elements;
}

function idsIn(svg: string): readonly string[] {
  return readXml(svg).flatMap(({ attributes }) => attributes.get("id") ?? []);
}

function dataIds(svg: string, kind: string): readonly string[] {
  const found = readXml(svg).filter(({ attributes }) => attributes.get("data-kind") === kind);
  return found.map(({ attributes }) => attributes.get("data-id")!.replaceAll("&gt;", ">"));
}

const pictures: readonly (readonly [string, string])[] = [
  ["plain front", figureSvg(front, { theme: "light" })],
  ["plain back", figureSvg(figureScene({ view: "back", build: "male" }), { theme: "light" })],
  ["everything", figureSvg(swollen, everything)],
  ...insetIds.map((id) => [id, insetSvg(insetScene(id), everything)] as const),
];

describe("figure as SVG", () => {
  for (const [name, svg] of pictures) {
    it(`is well-formed, with unique ids and no loose reference: ${name}`, () => {
      const ids = idsIn(svg);
      expect(new Set(ids).size).toBe(ids.length);
      const references = [...svg.matchAll(/(?:href="#|url\(#)([^")]+)/g)].map((match) => match[1]!);
      expect(references.length).toBeGreaterThan(0);
      for (const reference of references) expect(ids).toContain(reference);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(svg).not.toMatch(/\d\.\d{3}/);
    });
  }

  it("has a role, a title and a description a screen reader finds", () => {
    const svg = figureSvg(front, { theme: "light", title: "Arm & hand", description: "Two" });
    const [root] = readXml(svg);
    expect(root!.attributes.get("role")).toBe("img");
    const [title, desc] = root!.attributes.get("aria-labelledby")!.split(" ");
    expect(svg).toContain(`<title id="${title}">Arm &amp; hand</title><desc id="${desc}">Two</desc>`);
  });

  it("shows a tracer only where there is some, and nothing of it without one", () => {
    const layer = (drawing: FigureDrawing) => figureLayers(front, drawing).find(({ id }) => id === "tracer")!.svg;
    expect(layer({ theme: "dark" })).toBe('<g data-layer="tracer"></g>');
    const lit = layer({ theme: "dark", tracer: everything.tracer! });
    expect(dataIds(lit, "tracer")).toEqual(["AXLAT_L"]);
    const strands = front.strands.filter(({ id, overview }) => id === "vmCalf_R" && overview).length;
    const edges = front.strands.filter(({ id, overview }) => id === "AXCEN_L>AXAP_L" && overview).length;
    // Each lit piece is drawn twice: as glow and as line; the territory is one field more.
    expect(readXml(lit).filter(({ tag }) => tag === "path")).toHaveLength(2 * (2 * strands + 2 * edges) + 1);
  });

  it("gives the same bytes for the same scene and drawing", () => {
    const again = figureScene({ view: "front", swelling: { calf_R: 0.4, forearm_L: 0.2 } });
    expect(figureSvg(again, { ...everything })).toBe(figureSvg(swollen, everything));
  });

  it("shares no id between two figures with different prefixes", () => {
    const first = new Set(idsIn(figureSvg(front, { theme: "light", prefix: "a" })));
    expect(idsIn(figureSvg(front, { theme: "light", prefix: "b" })).some((id) => first.has(id))).toBe(false);
  });

  it("carries the id of every strand, node group and territory", () => {
    const svg = figureSvg(front, { theme: "light", layers: { territories: true, deep: true } });
    const edges = front.strands.filter((s) => s.kind === "edge").map((s) => s.id);
    const collectors = front.strands.filter((s) => s.kind === "collector").map((s) => s.id);
    expect(new Set(dataIds(svg, "edge"))).toEqual(new Set(edges));
    expect(new Set(dataIds(svg, "collector"))).toEqual(new Set(collectors));
    const nodes = front.nodes.filter((node) => node.beads.length > 0 || node.id.startsWith("VA_"));
    expect(new Set(dataIds(svg, "node"))).toEqual(new Set(nodes.map(({ id }) => id)));
    const territories = [...front.territories, ...front.deepTerritories].map(({ id }) => id);
    expect([...dataIds(svg, "territory")].sort()).toEqual(territories.sort());
  });

  it("changes only the layers that a change concerns", () => {
    const before = figureLayers(front, { theme: "light" });
    const after = figureLayers(front, { theme: "light", veil: { handPalm_L: 0.3 }, removed: { AXCEN_L: 1 } });
    const changed = after.filter((layer, i) => layer.svg !== before[i]!.svg).map((layer) => layer.id);
    expect(changed).toEqual(["veil", "nodes"]);
    expect(before.map((layer) => layer.id)).toContain("outline");
  });

  it("leaves out a strand of weight 0 and hides layers that are off", () => {
    const svg = figureSvg(front, { theme: "light", strandWeight: { alLeg_L: 0 }, layers: { nodes: false } });
    expect(dataIds(svg, "collector")).not.toContain("alLeg_L");
    expect(dataIds(svg, "collector")).toContain("alLeg_R");
    expect(dataIds(svg, "node").every((id) => id.startsWith("VA_"))).toBe(true);
  });
});

describe("what the drawing says", () => {
  it("deepens the veil from 8 to 55 % on light, 10 to 60 % on dark skin, and has none without excess", () => {
    expect([0, 1e-9, 1, 7].map((v) => Math.round(100 * veilOpacity(v, false)))).toEqual([0, 8, 55, 55]);
    expect([0, 1e-9, 1, -2].map((v) => Math.round(100 * veilOpacity(v, true)))).toEqual([0, 10, 60, 0]);
  });

  it("takes beads away in proportion, at least one as soon as a node is gone", () => {
    expect([0, 0.05, 0.5, 1, Number.NaN].map((share) => removedBeads(4, share))).toEqual([0, 1, 2, 4, 0]);
    const nodes = (removed: number): string =>
      figureLayers(front, { theme: "light", removed: { AXCEN_L: removed } }).find((layer) => layer.id === "nodes")!.svg;
    expect(nodes(0)).not.toContain("stroke-dasharray");
    expect(nodes(0.5)).toContain("<rect");
    expect(nodes(0.5)).toContain('data-removed=".5"');
  });

  it("draws the beads of a group as large as it is told, and the others as they are", () => {
    const first = front.nodes.find(({ id }) => id === "AXLAT_L")!.beads[0]!;
    const nodes = (nodeSize: Record<string, number>): string =>
      figureLayers(front, { theme: "light", nodeSize }).find((layer) => layer.id === "nodes")!.svg;
    const radius = (svg: string, id: string): number =>
      Number(new RegExp(`data-id="${id}".*?url\\(#figure-bead\\)"><ellipse[^>]* rx="([^"]*)"`).exec(svg)![1]);
    expect(radius(nodes({ AXLAT_L: 2 }), "AXLAT_L")).toBeCloseTo(2 * first.rx, 1);
    expect(radius(nodes({ AXLAT_L: 2 }), "AXCEN_L")).toBe(radius(nodes({}), "AXCEN_L"));
  });

  it("knows the sign of a stroke by either name", () => {
    expect(strokeGlyph("vodder_pump")).toBe(strokeGlyph("pump"));
    expect(strokeGlyph("vodder_pump")?.paths).toHaveLength(3);
    expect(strokeGlyph("breathing")).toBeUndefined();
  });

  it("refuses an inset that does not exist", () => {
    expect(() => insetScene("knee_L")).toThrow(/knee_L.*neck_L/);
  });
});
