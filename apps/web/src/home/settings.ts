/** What a person sets in Home, from the record; what was never set has its usual value. */
import type { CareRecord } from "@openlymph/record";
import { type Language, languages, screeningCountries } from "@openlymph/therapy";
import { browserLanguage } from "./words/languages.ts";

export interface Settings {
  readonly language: Language;
  readonly thumb: "right" | "left";
  readonly voice: boolean;
  readonly click: boolean;
  readonly pulse: boolean;
  readonly vibrate: boolean;
  readonly week: boolean;
  /** Country code, or "" for none. */
  readonly country: string;
  /** Whom to call at the clinic, or "". */
  readonly contact: string;
}

/** Country of the browser's language (`en-GB`), where its emergency number is known. */
function browserCountry(): string {
  const region = navigator.language.split("-")[1]?.toUpperCase() ?? "";
  return screeningCountries.includes(region) ? region : "";
}

export function settingsOf({ settings }: Pick<CareRecord, "settings">): Settings {
  const on = (key: string, usual: boolean): boolean => {
    const value = settings[key];
    return typeof value === "boolean" ? value : usual;
  };
  const text = (key: string, usual: string): string => {
    const value = settings[key];
    return typeof value === "string" ? value : usual;
  };
  return {
    language: languages.find((each) => each === settings["language"]) ?? browserLanguage(),
    thumb: settings["thumb"] === "left" ? "left" : "right",
    voice: on("voice", true),
    click: on("click", true),
    pulse: on("pulse", true),
    vibrate: on("vibrate", true),
    week: on("week", true),
    country: text("country", browserCountry()),
    contact: text("contact", ""),
  };
}
