/** A part of a network file: what may be written, the SI value it becomes, and the way back. */
import type { Failure } from "@openlymph/base";
import type { z } from "zod";

export type Refusal = Omit<Failure, "ok" | "file" | "line" | "path">;

/** Refuses a field of this part; `path` counts from the part. */
export type Refuse = (path: readonly PropertyKey[], detail: Refusal) => never;

export interface Part<S extends z.ZodType, T> {
  readonly schema: S;
  /** The SI value of what was read. */
  build(content: z.output<S>, refuse: Refuse): T;
  /** What would be read to give that value: quantities in SI. */
  view(value: T): z.output<S>;
  /** Writes one field, where others depend on it; absent: only that field changes. */
  write?(content: z.output<S>, path: readonly PropertyKey[], value: unknown, refuse: Refuse): z.output<S>;
  /** The content with what may be set although the file left it out; absent: the content itself. */
  offer?(content: z.output<S>): z.output<S>;
}

/** Names the types of a part once. */
export function definePart<S extends z.ZodType, T>(part: Part<S, T>): Part<S, T> {
  return part;
}

/** A copy of `content` with another value at `path`; what lies beside it is shared. */
export function replaceAt<T>(content: T, path: readonly PropertyKey[], value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return value as T;
  if (Array.isArray(content)) {
    return content.map((item, i) => (i === key ? replaceAt(item, rest, value) : item)) as T;
  }
  const group = content as Record<PropertyKey, unknown>;
  return { ...group, [key]: replaceAt(group[key], rest, value) } as T;
}

/** A record with every value changed. */
export function mapValues<A, B>(
  record: Readonly<Record<string, A>>,
  change: (value: A, key: string) => B,
): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
