/** How many arms swell after operations on the armpit: one calibrated, the others predicted. */
import { operationsResult } from "../operations.ts";
import { publish } from "../publish.ts";

const shared =
  "With shared ways a small removal hardly raises resistance. What is missing (a predisposition, injured collectors, infection, weight, pumps that fail late) is not in these priors.";

publish(
  operationsResult({ id: 50, title: "Arms that swell after operations on the armpit" }, ["arm_L"], 200, [
    { procedure: "SLNB_AX", verdict: "not yet", why: shared },
    {
      procedure: "SLNB_AX_RLNR",
      verdict: "partly",
      why: `${shared} Radiotherapy acts on nodes alone, not on collectors.`,
    },
    { procedure: "ALND_I", verdict: "not yet", why: shared },
    {
      procedure: "ALND_I_II",
      verdict: "by construction",
      why: "The population was calibrated on this number.",
    },
    {
      procedure: "ALND_I_III",
      verdict: "partly",
      why: "The apical nodes are a single gate in this graph: taking them closes more than in people.",
    },
    { procedure: "ALND_RLNR", verdict: "reproduced", why: "" },
    { procedure: "AXRT", verdict: "partly", why: "Radiotherapy acts on nodes alone, not on collectors." },
  ]),
);
