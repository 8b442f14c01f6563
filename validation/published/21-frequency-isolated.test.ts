/** How often isolated human vessels contract. */
import { minute, mmHg, unwrap } from "@openlymph/base";
import { simulate } from "@openlymph/physiology";
import { usualShearInhibition } from "../../packages/physiology/src/elements/wall-shear.ts";
import { bathPacemaker, collector, tension } from "../human.ts";
import { publish } from "../publish.ts";

/** Contractions a minute of five lymphangions between two equal pressures (Pa), in a bath so many kelvin warmer than a limb. */
function frequency(pressure: number, warming: number): number {
  const network = collector({
    lymphangions: 5,
    activeTension: tension.mean,
    inletPressure: pressure,
    outletPressure: pressure,
  });
  const source = { kind: "pacemaker", pacemaker: { ...bathPacemaker, warming } } as const;
  const paced = { ...network, pacing: { ...network.pacing, source, shear: usualShearInhibition } };
  const { lymphangions } = unwrap(simulate(paced, { time: 20 * minute }));
  return lymphangions[2]!.frequency * minute;
}

publish({
  id: 21,
  title: "Contraction frequency of isolated vessels",
  studied: "people",
  source: { citation: "Majgaard et al. 2022 (human thoracic duct and mesenteric vessels)" },
  provenance: { tag: "source", source: "second-hand" },
  protocol:
    "There: isolated human vessels stretched to about 20 mmHg in a warm bath; spontaneous contractions counted. Here: five lymphangions with pacemakers, both ends at 20 mmHg, at 37 °C, 7 °C warmer than in the limb.",
  assumed:
    "the bath is at 37 °C, a superficial collector at 30 °C (10 °C below the warmed leg of result 22); pacemakers of limb collectors for those of the thoracic duct and mesentery",
  numbers: [
    {
      quantity: "contraction frequency",
      condition: "isolated, human",
      published: { kind: "mean ± sd", value: 4.4, spread: 0.5, unit: "/min" },
      verdict: "by construction",
      why: "Calibration: the rate of our pacemakers in a distended vessel at 37 °C was taken from this number. What it gives in a limb is result 20.",
    },
  ],
  run: () => {
    const pressures = [1, 2, 3, 4, 5, 7, 10, 15, 20];
    const [cool, warm] = [-7, 0].map((warming) => pressures.map((p) => [p, frequency(p * mmHg, warming)] as const));
    return {
      ours: [{ value: warm!.at(-1)![1] }],
      figure: {
        caption:
          "Contractions of five lymphangions that pace themselves, at the temperature of a limb and 7 °C above; band: isolated vessels.",
        x: { label: "transmural pressure, mmHg", from: 0, to: 20 },
        y: { label: "contractions a minute", from: 0, to: 5 },
        series: [
          { name: "limb", style: "line", points: cool! },
          { name: "warm bath", style: "line", points: warm! },
        ],
        bands: [{ axis: "y", from: 3.9, to: 4.9, name: "measured, ± sd" }],
      },
    };
  },
});
