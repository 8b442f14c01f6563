/** Pump pressure of arms by a cuff: the measurement on which our tension is calibrated. */
import { expect } from "vitest";
import { cuffReadings, letDown, passingTime, reading, spreadOf } from "../cuff.ts";
import { arm, armFrequency, tension } from "../human.ts";
import { numbersOf } from "../kept-cases.ts";
import { publish } from "../publish.ts";

const tensions = [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4];

publish({
  id: 17,
  title: "Pump pressure of arms, healthy and swollen",
  studied: "people",
  source: { citation: "Modi et al., J Physiol 2007;583:271 (PubMed 17569739)" },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "There: a cuff around the upper arm, held at 60 mmHg and let down by 10 mmHg every 5 min, until tracer from the hand passes. Here: the same on the collector itself, in time: 12 cm of it are pressed and fold flat, tracer stands below and is seen beyond at a tenth; 5000 people with their own tension and frequency, interpolated between ten runs.",
  assumed:
    "forty lymphangions below the cuff act together; tension and frequency are normally distributed; how a wall folds (collapse.ts)",
  numbers: [
    {
      quantity: "pump pressure",
      condition: "arm, healthy, n = 16",
      published: { kind: "mean ± sd", value: 39, spread: 14, unit: "mmHg" },
      verdict: "by construction",
      why: "Calibration: peak tension 0.73 ± 0.42 N/m was chosen so that mean and spread agree. Its mean lies within the 0.3 to 1.7 N/m that rings of the human thoracic duct allow.",
    },
    {
      quantity: "pump pressure",
      condition: "arm, swollen after breast cancer, n = 16",
      published: { kind: "mean ± sd", value: 24, spread: 19, unit: "mmHg" },
      verdict: "by construction",
      why: "An input: the whole body takes the strength of a swollen arm's pump from this very ratio (24/39). No mechanism makes our vessels weaken.",
    },
  ],
  run: () => {
    const { mean, sd } = spreadOf(
      cuffReadings({ study: "cuff-arm-60", collector: arm, tension, frequency: armFrequency, first: 60 }),
    );
    // The calibration itself is held closer than a verdict would.
    expect(Math.abs(mean - 39)).toBeLessThan(1);
    expect(Math.abs(sd - 14)).toBeLessThan(1);
    const pressures = letDown(60);
    const passed = numbersOf(
      "cuff-arm-60-average",
      tensions.map((activeTension) => ({
        key: `${activeTension} N/m`,
        run: () => [passingTime({ collector: { ...arm, activeTension }, pressures })],
      })),
    );
    const read = passed.map(([time]) => reading(pressures, time!));
    return {
      ours: [{ value: mean, sd }, undefined],
      figure: {
        caption: "What is read at the cuff on an arm of average frequency, against the peak tension of its vessels.",
        x: { label: "peak active tension, N/m", from: 0, to: 1.5 },
        y: { label: "reading, mmHg", from: 0, to: 70 },
        series: [{ name: "ours", style: "dots", points: tensions.map((t, i) => [t, read[i]!] as const) }],
        bands: [{ axis: "y", from: 25, to: 53, name: "measured, ± sd" }],
      },
    };
  },
});
