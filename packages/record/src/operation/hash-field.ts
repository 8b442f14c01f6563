import { z } from "zod";

/** A schema field for a SHA-256 in hex. */
export const hashField = z.string().regex(/^[0-9a-f]{64}$/, "a SHA-256 in hex");
