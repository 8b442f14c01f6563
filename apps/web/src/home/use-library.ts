/** The words of the library, apart from what Home opens with: only screens that are fetched later use them. */
import { type LibraryWords, libraryWords } from "@openlymph/therapy";
import { useHome } from "./use-home.ts";

/** In the language of this person. Only below a `HomeProvider`. */
export function useLibrary(): LibraryWords {
  return libraryWords(useHome().settings.language);
}
