import { z } from "zod";

/** Side of the body as seen from the person: left, right, or on the midline. */
export const sideSchema = z.enum(["L", "R", "M"]);
export type Side = z.infer<typeof sideSchema>;

/** Keys into the list of sources; every record has at least one. */
export const sourceKeys = z.array(z.string().min(1)).min(1);

/** A typical value with its lower and upper bound. */
export const typicalRange = z.strictObject({ typ: z.number(), lo: z.number(), hi: z.number() });

/** A share of a whole. */
export const share = z.number().min(0).max(1);

/** The same shape, all of it read-only; lists and tuples keep their form. */
export type Immutable<T> = T extends object ? { readonly [Key in keyof T]: Immutable<T[Key]> } : T;
