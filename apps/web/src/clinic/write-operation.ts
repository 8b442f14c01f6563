import type { Kind } from "@openlymph/record";
import { z } from "zod";
import { ask } from "./api.ts";

const takenSchema = z.looseObject({ arrival: z.int(), received: z.number(), operation: z.unknown() });
export type Taken = z.output<typeof takenSchema>;

/** Writes one thing that happened. Who wrote it, the server knows. */
export function writeOperation(person: string, kind: Kind, body: Readonly<Record<string, unknown>>): Promise<Taken> {
  return ask("operations", takenSchema, { parts: { person }, body: { kind, body } });
}
