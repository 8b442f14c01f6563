import type { CareRecord } from "@openlymph/record";
import { calendarDay, dayShort } from "../../when.ts";
import { words } from "../../words/words.ts";
import type { LetterFacts, LetterField } from "./letter-facts.ts";

const told = words.letters.body;

export type LetterKind = keyof typeof words.letters.kinds;

/** Fields of the content list in their order; ABPI is asked for a leg alone. */
const order = Object.keys(told.fields) as readonly LetterField[];

export interface LetterParts {
  readonly kind: LetterKind;
  readonly to: string;
  readonly person: CareRecord["person"];
  readonly facts: LetterFacts;
  readonly signed: { readonly name: string; readonly role: string; readonly clinic: string; readonly contact: string };
  /** ms since 1970. */
  readonly at: number;
}

/** A letter of one page as plain text: what is known, and what is missing named as missing. */
export function letterText({ kind, to, person, facts, signed, at }: LetterParts): string {
  const leg = person?.limbs.some((limb) => limb.startsWith("leg")) ?? false;
  const asked = order.filter((field) => field !== "abpi" || leg);
  const lines = asked.map((field) => `${told.fields[field]}: ${facts[field] ?? words.letters.notIn}`);
  const born = person?.born === undefined ? "" : calendarDay(person.born);
  return [
    dayShort(at),
    ...(person?.synthetic === true ? [told.madeUp] : []),
    "",
    told.dear(to),
    "",
    told.about(person?.name ?? "", born),
    told[kind],
    "",
    ...lines,
    "",
    told.signed(signed.name, signed.role, signed.clinic, signed.contact),
  ].join("\n");
}

/** How many things a letter still says to be missing. */
export const missingIn = (text: string): number => text.split(words.letters.notIn).length - 1;
