import type { Theme, View } from "@openlymph/figure";
import { figureLayers, figureScene } from "@openlymph/figure";
import { Resvg } from "@resvg/resvg-js";
import type { Plugin } from "vite";
import { boxOf, wholeBody } from "./src/body/frame.ts";
import { posterName } from "./src/body/poster.ts";

/** Pixels of a poster across; it is seen for a second. */
const width = 300;

const posters = (["front", "back"] as const).flatMap((view) =>
  (["light", "dark"] as const).map((theme) => ({ view, theme, fileName: posterName(view, theme) })),
);

function drawn(view: View, theme: Theme): Uint8Array {
  const scene = figureScene({ view, build: "neutral", swelling: {}, precision: "interactive" });
  const layers = figureLayers(scene, { theme, prefix: "poster" }).map(({ svg }) => svg);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${boxOf(wholeBody)}">${layers.join("")}</svg>`;
  return new Resvg(svg, { fitTo: { mode: "width", value: width }, font: { loadSystemFonts: false } }).render().asPng();
}

/** Draws the resting body while the app is built, to be seen before the page has drawn it itself. */
export function posterPlugin(): Plugin {
  return {
    name: "posters",
    generateBundle() {
      for (const { view, theme, fileName } of posters) {
        this.emitFile({ type: "asset", fileName, source: drawn(view, theme) });
      }
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const poster = posters.find(({ fileName }) => request.url === `/${fileName}`);
        if (poster === undefined) return next();
        response.setHeader("content-type", "image/png");
        response.end(drawn(poster.view, poster.theme));
      });
    },
  };
}
