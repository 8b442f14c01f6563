import { closest, fail, ok, type Result } from "@openlymph/base";
import { z } from "zod";
import protocolsJson from "../../data/protocols.json" with { type: "json" };
import { recordFields, text } from "./record.ts";

export const limbs = ["arm", "leg"] as const;
export type Limb = (typeof limbs)[number];

/** How readings become a volume: they bound its segments, or stand in the middle of them. */
export const volumeModels = ["frustum", "disk"] as const;
export type VolumeModel = (typeof volumeModels)[number];

const length = z.number().positive();

export const protocolSchema = z.strictObject({
  ...recordFields,
  name: text,
  limb: z.enum(limbs),
  model: z.enum(volumeModels),
  step_cm: length,
  /** The protocol this one takes every second mark of. */
  shortOf: text.optional(),
  start: z.strictObject({ landmark: text, offset_cm: z.number().nonnegative(), note: text }),
  end: text,
  posture: text,
  tape: text,
  order: text,
  /** Hand or foot: a length beside the volume. */
  endPart: z.strictObject({ name: text, method: text, note: text }),
  /** How far a short protocol agrees with the full one. */
  agreement: z.strictObject({ text, tag: recordFields.tag }).optional(),
});

export const protocolsSchema = z.strictObject({
  _about: text,
  version: z.number().int().positive(),
  items: z.array(protocolSchema).min(1),
});

export type Protocol = Readonly<z.infer<typeof protocolSchema>>;

/** Every protocol of the library. */
export const protocols = protocolsJson.items as unknown as readonly Protocol[];

/** A protocol by id; `reference/unknown` with the closest one when there is none. */
export function protocolById(id: string): Result<Protocol> {
  const found = protocols.find((protocol) => protocol.id === id);
  if (found !== undefined) return ok(found);
  const ids = protocols.map((protocol) => protocol.id);
  const near = closest(id, ids);
  return fail("reference/unknown", {
    value: id,
    expected: `one of ${ids.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}
