import { z } from "zod";
import effectJson from "../../data/effect.json" with { type: "json" };
import { knownFields, text } from "./record.ts";

const positive = z.number().positive();
const count = z.number().int().positive();
const share = z.number().gt(0).lt(1);

export const effectSchema = z.strictObject({
  _about: text,
  version: count,
  before_h: positive,
  after_h: positive,
  slotGap_h: positive,
  leastDays: count,
  leastLeftOut: count,
  level: share,
  power: share,
  worth_percent: positive,
  worth_rating: positive,
  worthHalfLife_h: positive,
  mostDays: count,
  leastPeople: count,
  ...knownFields,
});

/** What an analysis of the effect of sessions takes for granted. */
export const effectSettings = effectJson as unknown as Readonly<z.infer<typeof effectSchema>>;
