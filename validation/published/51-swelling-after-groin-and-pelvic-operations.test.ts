/** How many legs swell after operations in groin and pelvis, all of them predicted. */
import { operationsResult } from "../operations.ts";
import { publish } from "../publish.ts";

const fitted =
  "Likely because pumps weakened to meet one operation on the armpit are too weak here: legs lose as much strength as arms.";

publish(
  operationsResult({ id: 51, title: "Legs that swell after operations in groin and pelvis" }, ["leg_L", "leg_R"], 100, [
    { procedure: "SLNB_GROIN", verdict: "partly", why: "With shared ways a small removal hardly raises resistance." },
    { procedure: "ILND_SUP", verdict: "partly", why: fitted },
    { procedure: "ILND_DEEP", verdict: "partly", why: fitted },
    { procedure: "ILIOINGUINAL", verdict: "partly", why: fitted },
    { procedure: "PLND_LIM", verdict: "partly", why: fitted },
    { procedure: "PLND_STD", verdict: "partly", why: fitted },
    { procedure: "PLND_EXT", verdict: "partly", why: fitted },
    { procedure: "PLND_SUPER", verdict: "partly", why: fitted },
    { procedure: "PALND", verdict: "partly", why: fitted },
    { procedure: "PELVIC_RT", verdict: "not yet", why: "Radiotherapy acts on nodes alone, not on collectors." },
  ]),
);
