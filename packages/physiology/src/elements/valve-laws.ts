/** Every law of a valve: one file each, one line here. */
import type { PathGroup } from "./flow-paths.ts";
import { type PrimaryValve, primaryResistance } from "./primary-valve.ts";
import { plainSigmoidGroup } from "./sigmoid-search.ts";
import type { StaticResistance } from "./static-root.ts";
import { staticGroup } from "./static-valve.ts";
import { type HystereticValve, laggingGroup } from "./valve-lagging.ts";
import { type LogBlendValve, logBlendFold, logBlendResistance } from "./valve-log-blend.ts";
import { type MynardValve, mynardGroup } from "./valve-mynard.ts";
import { type SigmoidValve, sigmoidFold, sigmoidResistance } from "./valve-sigmoid.ts";

export type ValveLaw = SigmoidValve | LogBlendValve | HystereticValve | MynardValve | PrimaryValve;

/** The way a law is evaluated; laws of one way share a pass. */
type Way = "plain-sigmoid" | "static" | "lagging" | "mynard";

function wayOf(law: ValveLaw): Way {
  if (law.law === "sigmoid") return law.prolapse === undefined && sigmoidFold(law) <= 1 ? "plain-sigmoid" : "static";
  if (law.law === "mynard") return "mynard";
  if (law.law === "primary") return "static";
  return law.law === "log-blend" && law.lag === undefined ? "static" : "lagging";
}

/** Whether the law has a state ξ. */
export function hasState(law: ValveLaw): boolean {
  return ["lagging", "mynard"].includes(wayOf(law));
}

/** Whether the search for its drop starts on a tangent. */
export function hasTangent(law: ValveLaw): boolean {
  return wayOf(law) === "plain-sigmoid";
}

/** R(Δ) of a law that answers at once, a lagging one at rest; `undefined` for a law that has no resting resistance. */
export function staticLaw(law: ValveLaw): StaticResistance | undefined {
  if (law.law === "sigmoid") return sigmoidResistance(law);
  if (law.law === "primary") return primaryResistance(law);
  return law.law === "log-blend" ? logBlendResistance(law) : undefined;
}

/** How far a law is from having several answers: at most 1 has one beside every series resistance. */
export function foldNumber(law: ValveLaw): number {
  if (law.law === "sigmoid") return sigmoidFold(law);
  return law.law === "log-blend" ? logBlendFold(law) : 0;
}

export interface ValvedPath {
  readonly path: number;
  readonly law: ValveLaw;
}

/** Groups valved paths by the way their laws are evaluated; `viscosity` in Pa s. */
export function valveGroups(valved: readonly ValvedPath[], viscosity: number): PathGroup[] {
  const groups: PathGroup[] = [];
  const ways = new Map<ValveLaw, Way>();
  for (const { law } of valved) if (!ways.has(law)) ways.set(law, wayOf(law));
  const of = <L extends ValveLaw>(way: Way, build: (paths: Int32Array, laws: readonly L[]) => PathGroup) => {
    const chosen = valved.filter(({ law }) => ways.get(law) === way);
    if (chosen.length === 0) return;
    const paths = Int32Array.from(chosen, ({ path }) => path);
    groups.push(
      build(
        paths,
        chosen.map(({ law }) => law as L),
      ),
    );
  };
  of<SigmoidValve>("plain-sigmoid", plainSigmoidGroup);
  of("static", (paths, laws) => {
    const made = new Map([...new Set(laws)].map((law) => [law, staticLaw(law)!]));
    return staticGroup(
      paths,
      laws.map((law) => made.get(law)!),
    );
  });
  of<LogBlendValve | HystereticValve>("lagging", laggingGroup);
  of<MynardValve>("mynard", (paths, laws) => mynardGroup(paths, laws, viscosity));
  return groups;
}
