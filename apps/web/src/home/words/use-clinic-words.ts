/** Only below a `HomeProvider`, and only in what is fetched later. */
import type { Language } from "@openlymph/therapy";
import { useHome } from "../use-home.ts";
import { clinicDe } from "./clinic-de.ts";
import { type ClinicWords, clinicEn } from "./clinic-en.ts";

export const clinicWords: Readonly<Record<Language, ClinicWords>> = { en: clinicEn, de: clinicDe };

export const useClinicWords = (): ClinicWords => clinicWords[useHome().settings.language];
