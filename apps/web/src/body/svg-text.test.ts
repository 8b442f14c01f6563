import { figureLayers, figureScene } from "@openlymph/figure";
import { expect, test } from "vitest";
import { elementsById, readSvg, type SvgElement } from "./svg-text.ts";

test("elements stand in each other as they are written", () => {
  const [group, ...more] = readSvg('<g fill="none"><path id="a" d="M0 0l1 1"/><g><use href="#a"/></g></g>');
  expect(more).toEqual([]);
  expect(group?.attributes).toEqual({ fill: "none" });
  expect(group?.children.map(({ name }) => name)).toEqual(["path", "g"]);
  expect(group?.children[1]?.children[0]?.attributes).toEqual({ href: "#a" });
  expect(elementsById([group!]).get("a")?.attributes["d"]).toBe("M0 0l1 1");
});

test("nothing of a drawn body is overlooked", () => {
  const layers = figureLayers(figureScene({ view: "front" }), { theme: "dark", veil: { forearmVolar_L: 0.4 } });
  const text = layers.map(({ svg }) => svg).join("");
  const count = (elements: readonly SvgElement[]): number =>
    elements.reduce((sum, { children }) => sum + 1 + count(children), 0);
  const elements = readSvg(text);
  expect(elements).toHaveLength(layers.length);
  expect(count(elements)).toBe(text.match(/<\w/g)?.length);
});
