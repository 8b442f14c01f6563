/** How leg pump pressure is distributed among healthy people: a prediction from the calibration on arms. */
import { cuffReadings } from "../cuff.ts";
import { leg, legFrequency, tension } from "../human.ts";
import { publish } from "../publish.ts";
import { wilsonInterval } from "../result.ts";

const counts = [51, 314, 100];
const all = 465;

publish({
  id: 19,
  title: "Distribution of leg pump pressure",
  studied: "people",
  source: { citation: "Saito et al., Lymphat Res Biol 2015;13:154", doi: "10.1089/lrb.2014.0015" },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "There: 465 healthy people, sitting, a cuff around the lower leg, both legs. Here: the cuff test of result 17 on 5000 legs from 60 mmHg downward; spread of tension from arms, spread of frequency from Groenlund 2017.",
  assumed: "both legs of a person are alike; sitting changes nothing; twenty lymphangions below the cuff",
  numbers: [
    {
      quantity: "people below 20 mmHg",
      condition: "both legs",
      published: { kind: "share", count: 51, of: all, unit: "" },
      verdict: "reproduced",
      why: "Prediction.",
    },
    {
      quantity: "people from 20 to 40 mmHg",
      condition: "either leg",
      published: { kind: "share", count: 314, of: all, unit: "" },
      verdict: "partly",
      why: "Prediction: a few too few.",
    },
    {
      quantity: "people above 40 mmHg",
      condition: "both legs",
      published: { kind: "share", count: 100, of: all, unit: "" },
      verdict: "partly",
      why: "Prediction: a few too many.",
    },
  ],
  run: () => {
    const readings = cuffReadings({
      study: "cuff-leg-60",
      collector: leg,
      tension,
      frequency: legFrequency,
      first: 60,
    });
    const share = (within: (value: number) => boolean) => readings.filter(within).length / readings.length;
    const shares = [share((p) => p < 20), share((p) => p >= 20 && p <= 40), share((p) => p > 40)];
    return {
      ours: shares.map((value) => ({ value })),
      figure: {
        caption: "Share of people whose legs read below 20, 20 to 40 and above 40 mmHg; bars are 95 % intervals.",
        x: { label: "group: 1 below 20, 2 from 20 to 40, 3 above 40 mmHg", from: 0, to: 4 },
        y: { label: "share of people, %", from: 0, to: 100 },
        series: [
          {
            name: "measured",
            style: "published",
            points: counts.map((count, i) => [i + 0.95, (100 * count) / all] as const),
            errors: counts.map((count) => {
              const [low, high] = wilsonInterval(count, all);
              return 50 * (high - low);
            }),
          },
          { name: "ours", style: "dots", points: shares.map((value, i) => [i + 1.05, 100 * value] as const) },
        ],
      },
    };
  },
});
