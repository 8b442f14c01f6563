import { type Band, type BodyPart, otherParts } from "@openlymph/rehearsal";
import { limbWords } from "./place-words.ts";

/** `0.98 (0.1 to 12.5)`: median, and the range of nine in ten. */
export function bandWords({ median, p5, p95 }: Band, number: (value: number) => string): string {
  return `${number(median)} (${number(p5)} to ${number(p95)})`;
}

/** `left arm`, `head and neck`. */
export function partWords(part: BodyPart): string {
  return (
    otherParts.find((other) => other.part === part)?.name ?? limbWords(part as Exclude<BodyPart, "headNeck" | "trunk">)
  );
}
