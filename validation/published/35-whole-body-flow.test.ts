/** Lymph of the whole body, before and after the nodes. */
import { day } from "@openlymph/base";
import { healthyBody } from "@openlymph/rehearsal";
import { publish } from "../publish.ts";

const why =
  "The flows of health are an input: one factor on all territories was chosen to come near every published total, which contradict each other (docs/model.md).";

publish({
  id: 35,
  title: "Lymph of the whole body",
  studied: "people",
  source: { citation: "Renkin; Bhave & Neilson 2011" },
  provenance: { tag: "source", source: "second-hand, as quoted in a public repository" },
  protocol: "The healthy averaged body: all collectors into the nodes, and both venous angles.",
  assumed: "",
  numbers: [
    {
      quantity: "lymph before the nodes",
      condition: "whole body at rest",
      published: { kind: "value", value: 8, unit: "L/day" },
      verdict: "by construction",
      why,
    },
    {
      quantity: "lymph after the nodes",
      condition: "whole body at rest",
      published: { kind: "value", value: 4, unit: "L/day" },
      verdict: "by construction",
      why,
    },
  ],
  run: () => {
    const body = healthyBody();
    const litresPerDay = day / 1e-3;
    const before = body.drainFlow.reduce((sum, flow) => sum + flow, 0);
    const after = ["VA_L", "VA_R"].reduce((sum, id) => sum + body.inflow[body.junctionIds.indexOf(id)]!, 0);
    return { ours: [{ value: before * litresPerDay }, { value: after * litresPerDay }] };
  },
});
