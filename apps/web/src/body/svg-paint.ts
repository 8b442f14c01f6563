/**
 * Paints a drawing of the figure onto a canvas, where there is no document: in a worker. It knows what the figure's layers
 * are made of (groups, shapes, dashes, opacity, clip paths, blurs, two gradients) and refuses all else, so that whoever
 * asked can let the browser draw it.
 */
import type { Frame } from "./frame.ts";
import { heightsOf, refuse, shapePath, turnOf } from "./svg-shape.ts";
import { elementsById, readSvg, type SvgElement } from "./svg-text.ts";

type Context = OffscreenCanvasRenderingContext2D;

/** What an element hands down to those in it, as text. */
const inherited = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
] as const;
type Style = Readonly<Partial<Record<(typeof inherited)[number], string>>>;

function styleOf(outer: Style, { attributes }: SvgElement): Style {
  let style: Partial<Record<(typeof inherited)[number], string>> | undefined;
  for (const name of inherited) {
    const value = attributes[name];
    if (value === undefined) continue;
    style ??= { ...outer };
    style[name] = value;
  }
  return style ?? outer;
}

/** Where `url(#id)` or `#id` points. */
const target = (reference: string): string => reference.slice(reference.indexOf("#") + 1).replace(")", "");
const fillOf = ({ fill = "#000" }: Style): string | undefined => (fill === "none" ? undefined : fill);
const strokeOf = ({ stroke = "none" }: Style): string | undefined => (stroke === "none" ? undefined : stroke);

/** Paints layers of the figure, from bottom to top, as an image of the window's own shape. */
export function paintSvg(layers: readonly string[], [left, top, width, height]: Frame, canvas: OffscreenCanvas): void {
  // Safari cannot blur what is drawn on a canvas.
  if (!("filter" in OffscreenCanvasRenderingContext2D.prototype)) refuse("blur");
  const elements = layers.flatMap(readSvg);
  const byId = elementsById(elements);
  const scale = Math.min(canvas.width / width, canvas.height / height);
  const paths = new Map<SvgElement, Path2D>();
  const found = (reference: string): SvgElement => byId.get(target(reference)) ?? refuse(reference);

  const pathOf = (element: SvgElement): Path2D => {
    const known = paths.get(element);
    if (known !== undefined) return known;
    const turn = turnOf(element);
    let path = shapePath(element);
    if (turn !== undefined) {
      const plain = path;
      path = new Path2D();
      path.addPath(plain, turn);
    }
    paths.set(element, path);
    return path;
  };

  /** What is drawn on a canvas, with room around the window. */
  const contextOf = (sheet: OffscreenCanvas, room: number): Context => {
    const context = sheet.getContext("2d") ?? refuse("canvas");
    const x = room + (canvas.width - scale * width) / 2 - scale * left;
    const y = room + (canvas.height - scale * height) / 2 - scale * top;
    context.setTransform(scale, 0, 0, scale, x, y);
    return context;
  };

  const stops = (gradient: CanvasGradient, { children }: SvgElement): CanvasGradient => {
    for (const { attributes } of children) {
      gradient.addColorStop(Number(attributes["offset"]), attributes["stop-color"] ?? "#000");
    }
    return gradient;
  };

  /** Fills a shape with a gradient: one from its top to its bottom, or one that shines in an ellipse. */
  const shade = (context: Context, shape: SvgElement, gradient: SvgElement): void => {
    const number = (key: string): number => Number(gradient.attributes[key] ?? 0);
    if (gradient.name === "linearGradient" && number("x1") === number("x2")) {
      const [low, high] = heightsOf(shape.attributes["d"] ?? refuse(shape.name));
      context.fillStyle = stops(context.createLinearGradient(0, low, 0, high), gradient);
      context.fill(pathOf(shape));
      return;
    }
    if (gradient.name !== "radialGradient" || shape.name !== "ellipse") refuse(gradient.name);
    const { cx, cy, rx, ry } = shape.attributes;
    const light = context.createRadialGradient(
      ...[number("cx"), number("cy"), 0],
      ...([number("cx"), number("cy"), number("r")] as const),
    );
    context.save();
    const turn = turnOf(shape);
    if (turn !== undefined) context.transform(turn.a, turn.b, turn.c, turn.d, turn.e, turn.f);
    context.translate(Number(cx) - Number(rx), Number(cy) - Number(ry));
    context.scale(2 * Number(rx), 2 * Number(ry));
    context.fillStyle = stops(light, gradient);
    context.beginPath();
    context.ellipse(0.5, 0.5, 0.5, 0.5, 0, 0, 2 * Math.PI);
    context.fill();
    context.restore();
  };

  /** Draws one path, or several as if they were one, in one style. */
  const draw = (context: Context, shapes: readonly SvgElement[], style: Style, alpha: number): void => {
    const [first] = shapes;
    if (first === undefined) return;
    let path = pathOf(first);
    if (shapes.length > 1) {
      path = new Path2D();
      for (const shape of shapes) path.addPath(pathOf(shape));
    }
    const fill = fillOf(style);
    if (fill !== undefined) {
      context.globalAlpha = alpha * Number(style["fill-opacity"] ?? 1);
      if (fill.startsWith("url(")) shade(context, first, found(fill));
      else {
        context.fillStyle = fill;
        context.fill(path);
      }
    }
    const stroke = strokeOf(style);
    if (stroke !== undefined) {
      context.globalAlpha = alpha * Number(style["stroke-opacity"] ?? 1);
      context.strokeStyle = stroke;
      context.lineWidth = Number(style["stroke-width"] ?? 1);
      context.lineCap = (style["stroke-linecap"] ?? "butt") as CanvasLineCap;
      context.lineJoin = (style["stroke-linejoin"] ?? "miter") as CanvasLineJoin;
      context.setLineDash((style["stroke-dasharray"] ?? "").split(" ").filter(Boolean).map(Number));
      context.stroke(path);
    }
    context.globalAlpha = 1;
  };

  /** The shape an element shows, and the style that ends in. */
  const shown = (element: SvgElement, style: Style): readonly [SvgElement, Style] => {
    if (element.name !== "use") return [element, style];
    const shape = found(element.attributes["href"] ?? "");
    return [shape, styleOf(style, shape)];
  };

  /** The shapes in a group, where they all are drawn in its own style, and either filled or stroked: they can be one. */
  const oneField = ({ children }: SvgElement, style: Style): readonly SvgElement[] | undefined => {
    const fill = fillOf(style);
    if ((fill === undefined) === (strokeOf(style) === undefined) || fill?.startsWith("url(") === true) return undefined;
    const plain = ({ name, attributes, children: inner }: SvgElement): boolean =>
      name !== "g" &&
      inner.length === 0 &&
      !["opacity", "filter", "clip-path", ...inherited].some((key) => attributes[key] !== undefined);
    return children.every(plain) ? children.map((child) => shown(child, style)[0]) : undefined;
  };

  const content = (context: Context, element: SvgElement, style: Style, alpha = 1): void => {
    if (element.name === "g") for (const child of element.children) paint(context, child, style);
    else draw(context, [shown(element, style)[0]], shown(element, style)[1], alpha);
  };

  /** Paints apart, then lays that down blurred or fainter as a whole. */
  const layDown = (context: Context, element: SvgElement, style: Style, alpha: number): void => {
    const { filter } = element.attributes;
    const blur = filter === undefined ? undefined : found(filter).children[0];
    if (blur !== undefined && blur.name !== "feGaussianBlur") refuse(blur.name);
    const deviation = scale * Number(blur?.attributes["stdDeviation"] ?? 0);
    const room = Math.ceil(3 * deviation);
    const apart = contextOf(new OffscreenCanvas(canvas.width + 2 * room, canvas.height + 2 * room), room);
    content(apart, element, style);
    context.save();
    context.resetTransform();
    context.globalAlpha = alpha;
    if (deviation > 0) context.filter = `blur(${deviation}px)`;
    const offset = (context.canvas.width - apart.canvas.width) / 2;
    context.drawImage(apart.canvas, offset, offset);
    context.restore();
  };

  const paint = (context: Context, element: SvgElement, outer: Style): void => {
    const { name, attributes } = element;
    if (name === "defs") return;
    if (name === "g" && element.children.length === 0) return;
    const style = styleOf(outer, element);
    const alpha = Number(attributes["opacity"] ?? 1);
    const clip = attributes["clip-path"];
    if (clip !== undefined) {
      const [area = refuse(clip)] = found(clip).children;
      context.save();
      context.clip(pathOf(shown(area, style)[0]));
    }
    const leaf = name !== "g";
    const both = leaf && fillOf(style) !== undefined && strokeOf(style) !== undefined;
    const field = alpha < 1 && !leaf ? oneField(element, style) : undefined;
    if (attributes["filter"] !== undefined) layDown(context, element, style, alpha);
    else if (field !== undefined) draw(context, field, style, alpha);
    else if (alpha < 1 && (!leaf || both)) layDown(context, element, style, alpha);
    else content(context, element, style, alpha);
    if (clip !== undefined) context.restore();
  };

  const page = contextOf(canvas, 0);
  for (const element of elements) paint(page, element, {});
}
