import type { View } from "@openlymph/figure";
import { figureLayers, figureScene } from "@openlymph/figure";
import type { Plugin } from "vite";
import { boxOf, wholeBody } from "./src/body/frame.ts";
import { type BodyPlaces, bodyName, placesName } from "./src/home/picture/body-files.ts";

const views = ["front", "back"] as const;
const themes = ["light", "dark"] as const;

const sceneOf = (view: View) => figureScene({ view, build: "neutral", swelling: {}, precision: "interactive" });

/** Where hands lie and strokes end in both views: all that is needed to lay a hand on the drawn body. */
function places(): BodyPlaces {
  return { front: { places: sceneOf("front").places }, back: { places: sceneOf("back").places } };
}

const rounded = (_: string, value: unknown): unknown =>
  typeof value === "number" ? Math.round(10 * value) / 10 : value;

function bodySvg(view: View, theme: (typeof themes)[number]): string {
  const layers = figureLayers(sceneOf(view), { theme, prefix: "body" }).map(({ svg }) => svg);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${boxOf(wholeBody)}">${layers.join("")}</svg>`;
}

/**
 * Draws the body for Home while the app is built: on the phone it is a picture, and neither the drawing nor its data have to
 * be loaded there.
 */
export function homePlugin(): Plugin {
  const files = new Map<string, { readonly type: string; readonly make: () => string }>([
    [placesName, { type: "application/json", make: () => JSON.stringify(places(), rounded) }],
    ...views.flatMap((view) =>
      themes.map((theme) => {
        const file = { type: "image/svg+xml", make: () => bodySvg(view, theme) };
        return [bodyName(view, theme), file] as const;
      }),
    ),
  ]);
  return {
    name: "home",
    generateBundle() {
      for (const [fileName, { make }] of files) this.emitFile({ type: "asset", fileName, source: make() });
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const file = files.get(request.url?.slice(1) ?? "");
        if (file === undefined) return next();
        response.setHeader("content-type", file.type);
        response.end(file.make());
      });
    },
  };
}
