import type { WrittenScreeningSettings } from "@openlymph/therapy";
import type { SignedIn } from "../../use-clinic.ts";

/** What the clinic's own words put in the place of the library's. */
export function settingsOf({ name, contact, emergency }: SignedIn["clinic"]): WrittenScreeningSettings {
  return { doctorContact: `${name} (${contact})`, ...(emergency === undefined ? {} : { emergencyNumber: emergency }) };
}
