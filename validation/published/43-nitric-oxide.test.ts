/** What a nitric oxide donor does to contractions. */
import { cmH2O, minute, unwrap } from "@openlymph/base";
import { type LymphangionObservation, simulate } from "@openlymph/physiology";
import { usualShearInhibition } from "../../packages/physiology/src/elements/wall-shear.ts";
import { bathPacemaker, collector, tension } from "../human.ts";
import { publish } from "../publish.ts";

/** The middle of five lymphangions at 3 cmH₂O, in a warm bath, with or without a donor that saturates the inhibition. */
function vessel(donor: boolean): LymphangionObservation {
  const network = collector({
    lymphangions: 5,
    activeTension: tension.mean,
    inletPressure: 3 * cmH2O,
    outletPressure: 3 * cmH2O,
  });
  const source = { kind: "pacemaker", pacemaker: bathPacemaker } as const;
  const shear = donor ? { ...usualShearInhibition, half: 1e-9 } : usualShearInhibition;
  const paced = { ...network, pacing: { ...network.pacing, source, shear } };
  return unwrap(simulate(paced, { time: 40 * minute })).lymphangions[2]!;
}

const amplitude = ({ endDiastolicDiameter, endSystolicDiameter }: LymphangionObservation) =>
  endDiastolicDiameter - endSystolicDiameter;

publish({
  id: 43,
  title: "Nitric oxide donor",
  studied: "animals",
  source: {
    citation:
      "Characterization of rat tail lymphatic contractility and biomechanics: incorporating nitric oxide-mediated vasoregulation (PMC7536047)",
  },
  provenance: { tag: "source", source: "abstract" },
  protocol:
    "There: isolated rat tail lymphatics under rising sodium nitroprusside. Here: five human lymphangions that pace themselves, both ends at 3 cmH₂O, 7 °C warmer than a limb; the inhibition saturated beside the usual one.",
  assumed: "a donor does what saturating shear does; amplitude is end-diastolic less end-systolic diameter",
  numbers: [
    {
      quantity: "change of amplitude",
      condition: "nitroprusside",
      published: { kind: "value", value: -30, unit: "%" },
      verdict: "not yet",
      why: "The law takes 30 % of the tension, after this number; what becomes of the diameter is the wall's affair, and it gives up half as much.",
    },
    {
      quantity: "change of frequency",
      condition: "nitroprusside",
      published: { kind: "value", value: -70, unit: "%" },
      verdict: "by construction",
      why: "The law of inhibition takes its largest loss of frequency from this number.",
    },
  ],
  run: () => {
    const [usual, donor] = [vessel(false), vessel(true)];
    return {
      ours: [
        { value: 100 * (amplitude(donor) / amplitude(usual) - 1) },
        { value: 100 * (donor.frequency / usual.frequency - 1) },
      ],
    };
  },
});
