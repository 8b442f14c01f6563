/** The body itself: skin, forms, inner shadow, hint lines; and its outline. */
import { short } from "../outline/path.ts";
import type { EllipseShape, FigureScene } from "../scene/scene.ts";
import type { Pen } from "./drawing.ts";

/** An ellipse element; `extra` are further attributes. */
export function ellipse(e: EllipseShape, extra = ""): string {
  const turn =
    e.rotation === 0 || e.rx === e.ry ? "" : ` transform="rotate(${short(e.rotation)} ${short(e.x)} ${short(e.y)})"`;
  return `<ellipse cx="${short(e.x)}" cy="${short(e.y)}" rx="${short(e.rx)}" ry="${short(e.ry)}"${turn}${extra}/>`;
}

/** Soft edges over what is seen of the body and a little around it. */
function blurFilter(id: string, deviation: number, [x, y, width, height]: FigureScene["viewBox"]): string {
  const region = `x="${short(x - 30)}" y="${short(y - 32)}" width="${short(width + 60)}" height="${short(height + 70)}"`;
  return (
    `<filter id="${id}" filterUnits="userSpaceOnUse" ${region} ` +
    `color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="${deviation}"/></filter>`
  );
}

/** Outline, clip path, gradients and filters; the other layers refer to them. */
export function figureDefs(scene: FigureScene, pen: Pen): string {
  const { colour, id } = pen;
  const soft = (name: string, deviation: number): string => blurFilter(id(name), deviation, scene.viewBox);
  const healthy = scene.healthyOutline === undefined ? "" : `<path id="${id("healthy")}" d="${scene.healthyOutline}"/>`;
  return (
    `<defs><path id="${id("outline")}" d="${scene.outline}"/>${healthy}` +
    `<clipPath id="${id("clip")}"><use href="#${id("outline")}"/></clipPath>` +
    `<linearGradient id="${id("skin")}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${colour.skin0}"/>` +
    `<stop offset="1" stop-color="${colour.skin1}"/></linearGradient>` +
    `<radialGradient id="${id("bead")}" cx=".36" cy=".32" r=".75"><stop offset="0" stop-color="${colour.nodeHi}"/>` +
    `<stop offset=".55" stop-color="${colour.node}"/><stop offset="1" stop-color="${colour.nodeEdge}"/></radialGradient>` +
    `${soft("soft", 5.5)}${soft("inner", 6)}${soft("veil-blur", 5)}` +
    `${pen.drawing.tracer === undefined ? "" : soft("glow", 3)}</defs>`
  );
}

function forms(scene: FigureScene, pen: Pen, tone: "light" | "shade", opacity: number): string {
  const shapes = scene.forms.filter((form) => form.tone === tone).map((form) => ellipse(form));
  if (shapes.length === 0) return "";
  return `<g fill="${pen.colour[tone]}" fill-opacity="${opacity}" filter="url(#${pen.id("soft")})">${shapes.join("")}</g>`;
}

/** Skin, forms, inner shadow and hints. */
export function groundLayer(scene: FigureScene, pen: Pen): string {
  const { colour, dark, id } = pen;
  const [, top, , height] = scene.viewBox;
  const floor =
    dark || top + height < 1000
      ? ""
      : `<ellipse cx="0" cy="1001" rx="104" ry="7" fill="${colour.shade}" opacity=".16" filter="url(#${id("soft")})"/>`;
  const hints = scene.hints.map(
    (hint) =>
      `<path d="${hint.d}" stroke-width="${short(0.75 + 0.5 * hint.weight)}" opacity="${short(0.78 * hint.weight)}"/>`,
  );
  const areolas = scene.areolas.map(({ x, y, r }) => {
    const centre = `cx="${short(x)}" cy="${short(y)}"`;
    return `<circle ${centre} r="${short(r)}" opacity=".22"/><circle ${centre} r="1.5" opacity=".4"/>`;
  });
  return (
    `${floor}<use href="#${id("outline")}" fill="url(#${id("skin")})"/><g clip-path="url(#${id("clip")})">` +
    forms(scene, pen, "light", dark ? 0.12 : 0.34) +
    forms(scene, pen, "shade", dark ? 0.3 : 0.17) +
    `<g fill="none" stroke="${colour.shade}"><use href="#${id("outline")}" stroke-width="17" opacity="${dark ? 0.5 : 0.26}" filter="url(#${id("inner")})"/>` +
    `<use href="#${id("outline")}" stroke-width="5" opacity=".16" filter="url(#${id("soft")})"/></g>` +
    `<g fill="none" stroke="${colour.hint}" stroke-linecap="round">${hints.join("")}</g>` +
    `<g fill="${colour.hint}">${areolas.join("")}</g></g>`
  );
}

/** Contour of the body; the healthy contour dashed where the body is swollen. */
export function outlineLayer(scene: FigureScene, pen: Pen): string {
  const { colour, id } = pen;
  const healthy =
    scene.healthyOutline === undefined
      ? ""
      : `<use href="#${id("healthy")}" stroke-width=".8" stroke-dasharray="3 2.6" opacity=".8"/>`;
  return `<g fill="none" stroke="${colour.edge}" stroke-linejoin="round">${healthy}<use href="#${id("outline")}" stroke-width="1.25"/></g>`;
}
