/** Pump pressure of arms and legs by near-infrared imaging: predictions from the calibration on other arms. */
import { cuffReadings, spreadOf } from "../cuff.ts";
import { arm, armFrequency, leg, legFrequency, tension } from "../human.ts";
import { publish } from "../publish.ts";

publish({
  id: 18,
  title: "Pump pressure of arms and legs by imaging",
  studied: "people",
  source: {
    citation:
      "Leg: Groenlund et al., Lymphat Res Biol 2017. Arm: Function of upper extremity human lymphatics, Lymphat Res Biol 2020;18:226",
  },
  provenance: { tag: "source", source: "abstracts" },
  protocol:
    "There: ten healthy volunteers each; the highest pressure that lymph overcame under a cuff, seen by fluorescence. Here: the cuff test of result 17 from 100 mmHg downward, with the tension calibrated there and the measured frequencies.",
  assumed: "twenty lymphangions below a cuff on the lower leg, forty below one on the upper arm",
  numbers: [
    {
      quantity: "pump pressure",
      condition: "leg, n = 10",
      published: { kind: "mean ± sd", value: 56, spread: 9, unit: "mmHg" },
      verdict: "partly",
      why: "Prediction. Fewer lymphangions at a lower frequency carry less under the cuff; people's legs are at least as strong as their arms.",
    },
    {
      quantity: "pump pressure",
      condition: "arm, n = 10",
      published: { kind: "mean ± sd", value: 59, spread: 12, unit: "mmHg" },
      verdict: "reproduced",
      why: "Prediction. A cuff let down from 100 mmHg is passed at a higher pressure than one from 60 mmHg, since the lymph below has longer to gather: part of why the two methods differ on healthy arms, 39 and 59 mmHg.",
    },
  ],
  run: () => {
    const people = [
      { study: "cuff-leg-100", collector: leg, tension, frequency: legFrequency, first: 100 },
      { study: "cuff-arm-100", collector: arm, tension, frequency: armFrequency, first: 100 },
    ];
    return {
      ours: people.map((each) => {
        const { mean, sd } = spreadOf(cuffReadings(each));
        return { value: mean, sd };
      }),
    };
  },
});
