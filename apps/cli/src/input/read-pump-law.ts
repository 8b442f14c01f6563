import { unknownName } from "@openlymph/anatomy";
import { ok, type Result } from "@openlymph/base";
import { type PumpLaw, pumpLaws } from "@openlymph/physiology";

/** The pump law as written on the command line; the fitted one without. `reference/unknown` for any other name. */
export function readPumpLaw(written: string | undefined): Result<PumpLaw> {
  if (written === undefined) return ok("fit");
  const law = pumpLaws.find((known) => known === written.trim());
  return law === undefined ? unknownName("pump law", written, pumpLaws, "--pump-law") : ok(law);
}
