/** Colloid from the foot in the nodes of groin and pelvis. */
import { minute } from "@openlymph/base";
import { publishedExamination } from "@openlymph/rehearsal";
import { examination } from "../examination.ts";
import { publish } from "../publish.ts";

const uptake = publishedExamination("groinUptake");
const delay = publishedExamination("groinDelay");
const groups = ["INGSM_L", "INGSL_L", "INGINF_L", "INGD_L", "EILI_L", "IILI_L", "OBT_L", "CILI_L"];

publish({
  id: 44,
  title: "Colloid from the foot in the nodes of the groin",
  studied: "people",
  source: { citation: uptake.source },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "There: nanocolloid with technetium under the skin of the foot, 102 patients examined for swelling; the share of the injected activity in the ilio-inguinal nodes after 150 min, normal from 8 % on, and a delay where nothing is seen there after 45 min. Here: the same in the healthy whole body, medial back of the foot; inguinal, external, internal and common iliac and obturator nodes.",
  assumed:
    "the share that one node group holds back (0.6); the tissue fluid open to the colloid is that open to albumin; seen at a thousandth of the dose",
  numbers: [
    {
      quantity: "activity in ilio-inguinal nodes",
      condition: "150 min after injection, lower limit of normal",
      published: uptake.published,
      verdict: "partly",
      why: "Just at the lower limit of normal: our body rests, patients walk between the pictures.",
    },
    {
      quantity: "time until ilio-inguinal nodes are seen",
      condition: "without delay",
      published: delay.published,
      verdict: "reproduced",
    },
  ],
  run: () => {
    const { findings } = examination("", "footDorsumMedial_L", "nanocolloid", 150);
    const seen = findings.nodes.filter(({ node }) => groups.includes(node));
    const held = seen.reduce((sum, { uptake }) => sum + uptake.at(-1)!, 0);
    const first = Math.min(...seen.map(({ arrival }) => arrival ?? Number.POSITIVE_INFINITY));
    return { ours: [{ value: 100 * held }, { value: first / minute }] };
  },
});
