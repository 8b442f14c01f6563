import type { Language } from "@openlymph/therapy";
import type { HomeWords } from "./en.ts";

/** How each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: "English", de: "Deutsch" };

const loads: Readonly<Record<Language, () => Promise<HomeWords>>> = {
  en: async () => (await import("./en.ts")).en,
  de: async () => (await import("./de.ts")).de,
};
const asked = new Map<Language, Promise<HomeWords>>();

/** The words of one language; the others are not fetched. The same promise for each call, so that `use` can wait for it. */
export function wordsOf(language: Language): Promise<HomeWords> {
  const words = asked.get(language) ?? loads[language]();
  asked.set(language, words);
  return words;
}

/** The language of the browser where Home speaks it, else English. */
export function browserLanguage(): Language {
  return navigator.languages.some((each) => each.toLowerCase().startsWith("de")) && !navigator.language.startsWith("en")
    ? "de"
    : "en";
}
