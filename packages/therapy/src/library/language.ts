/** Languages that a person at home can read the library in; see translation.ts for its words. */
export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];
