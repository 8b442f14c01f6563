/**
 * The cuff test with the cuff on the wall and in time: tracer stands in the arm below a cuff 12 cm wide; the cuff holds one
 * pressure after another, and tracer is watched for beyond it.
 *
 *   tissue → 40 lymphangions → 12 under the cuff → 3 beyond → outlet
 *
 * | symbol  | value                | source                                       |
 * | ------- | -------------------- | -------------------------------------------- |
 * | window  | 12 cm                | width of a cuff for the upper arm, *textbook* |
 * | seen    | a tenth of the tracer | *assumed*                                    |
 */
import { type HumanCollectorOptions, type Network, volumeOf } from "@openlymph/physiology";
import { beginCourse, goOn } from "./course.ts";
import { collector } from "./human.ts";
import { dye } from "./tracer.ts";

const [below, under, beyond] = [40, 12, 3];
const length = 0.01;

/** The arm with a cuff around it that holds each pressure (Pa) for `each` s. */
function cuffed(options: HumanCollectorOptions, pressures: readonly number[], each: number): Network {
  const network = collector({ ...options, lymphangions: below + under + beyond });
  const wall = network.vessels["collector"]!.walls[0]!;
  const amount = volumeOf(wall.referenceDiameter, length);
  const injections = Array.from({ length: below }, (_, j) => ({ at: `collector.${j + 1}`, amount, time: 0 }));
  const load = {
    kind: "static" as const,
    pressure: pressures[0]!,
    steps: pressures.slice(1).map((pressure, k) => ({ time: (k + 1) * each, pressure })),
    ramp: 5,
    from: below * length,
    to: (below + under) * length,
  };
  return {
    ...network,
    external: { ...network.external, loads: [{ load, share: 1 }] },
    solutes: { tracer: dye(0.1, { inlets: { tissue: 1 }, injections }) },
  };
}

/** When tracer is first seen beyond a cuff that is let down through these pressures, s; infinite if it is held all the time. */
export function timeBehindCuff(options: HumanCollectorOptions, pressures: readonly number[], each: number): number {
  const course = beginCourse(cuffed(options, pressures, each));
  const { arrival } = course.assembly.solutes[0]!;
  const first = below + under;
  for (let time = 10; time <= pressures.length * each && !Number.isFinite(arrival[first]!); time += 10)
    goOn(course, time);
  return arrival[first]!;
}
