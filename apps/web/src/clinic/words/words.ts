/** The words of the clinic's room. A translation is another file of the shape of `en.ts`. */
export { en as words } from "./en.ts";
