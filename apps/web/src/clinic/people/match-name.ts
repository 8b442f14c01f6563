const marks = /\p{Diacritic}/gu;

/** A name as it is looked for: without capitals, accents and doubled spaces; ß is ss, ø is o. */
export function plainName(text: string): string {
  const bare = text.normalize("NFD").replaceAll(marks, "").toLowerCase();
  return bare
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replaceAll("æ", "ae")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Whether every word that is looked for begins a word of the name, in any order. */
export function matchesName(name: string, wanted: string): boolean {
  const parts = plainName(name).split(/[\s,.'’-]+/);
  return plainName(wanted)
    .split(" ")
    .every((word) => parts.some((part) => part.startsWith(word)) || plainName(name).includes(word));
}
