import { z } from "zod";
import { type Immutable, sourceKeys } from "./common.ts";

const unitInterval = z.number().min(0).max(1);
const view = z.enum(["front", "back"]);
const point = z.tuple([z.number(), z.number()]);

/**
 * A schematic map, front and back. x runs 0..1 over half the body height, y runs 0 (crown) to 1 (sole) over the body
 * height; on the front the person's right is at the viewer's left, on the back the person's left is.
 */
export const coordinatesSchema = z.strictObject({
  box: z.strictObject({ note: z.string(), front: z.string(), back: z.string() }),
  landmarksY: z.record(z.string(), unitInterval),
  outlineHalf: z.array(point),
  outlineSource: sourceKeys,
  watershedLines: z.array(z.strictObject({ id: z.string(), view, points: z.array(point).min(2) })),
  nodes: z.array(z.strictObject({ id: z.string(), view, x: unitInterval, y: unitInterval, source: sourceKeys })),
  /** A territory seen from both sides has two entries. */
  territories: z.array(
    z.strictObject({
      id: z.string(),
      view,
      x: unitInterval,
      y: unitInterval,
      rx: z.number().positive(),
      ry: z.number().positive(),
      rotDeg: z.number(),
      source: sourceKeys,
    }),
  ),
});

export type Coordinates = Immutable<z.infer<typeof coordinatesSchema>>;
export type View = z.infer<typeof view>;
