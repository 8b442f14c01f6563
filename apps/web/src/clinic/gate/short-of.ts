import { words } from "../words/words.ts";

const least = 12;

/** What a new password lacks, in words: nothing but its length is asked for. */
export function shortOf(password: string): string | undefined {
  const length = [...password].length;
  return length < least ? words.form.passwordShort(length) : undefined;
}
