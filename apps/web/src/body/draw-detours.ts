import type { FigureScene } from "@openlymph/figure";
import { type Detour, detourPath, detourWidth } from "./detours.ts";
import type { Brush } from "./particles.ts";

/** A detour ready to be drawn again and again. */
export interface DetourStroke {
  readonly path: Path2D;
  readonly width: number;
}

/** The detours that a view shows. */
export function detourStrokes(scene: FigureScene, detours: readonly Detour[]): readonly DetourStroke[] {
  return detours.flatMap((detour) => {
    const d = detourPath(scene, detour);
    return d === undefined ? [] : [{ path: new Path2D(d), width: detourWidth(detour) }];
  });
}

const dash = [7, 6];
/** Units a dash moves per second: one dash and gap in 0.8 s. */
const speed = 16;

/** Draws detours as dashes that run with the flow; `seconds` is the age of the picture. */
export function drawDetours(strokes: readonly DetourStroke[], seconds: number, brush: DetourBrush): void {
  const { context, scale, left, top, colour, ground } = brush;
  context.save();
  context.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
  context.lineCap = "round";
  for (const { path, width } of strokes) {
    context.setLineDash([]);
    context.globalAlpha = 0.5;
    context.strokeStyle = ground;
    context.lineWidth = width + 2.4;
    context.stroke(path);
    context.setLineDash(dash);
    context.lineDashOffset = -speed * seconds;
    context.globalAlpha = 1;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke(path);
  }
  context.restore();
}

export interface DetourBrush extends Omit<Brush, "glow"> {
  readonly ground: string;
}
