import { raise } from "@openlymph/base";
import { type AveragedParameters, averagedParameters, type WholeBody } from "@openlymph/physiology";
import { drawAt } from "@openlymph/study";
import { healthyBody } from "../body/healthy-body.ts";
import { type Population, type PriorId, populations, priorDistribution, priorFactor, priors } from "./prior.ts";

/** What was drawn for one virtual body, SI, by prior. */
export type Draws = Readonly<Record<PriorId, number>>;

/** From what virtual bodies are drawn. */
export interface DrawSetup {
  readonly seed: number;
  /** Id of a population. */
  readonly population: string;
  /** Settings of the model that every body shares, SI; what is set is not drawn. */
  readonly parameters: Partial<AveragedParameters>;
}

/** A population by its id; raises `reference/unknown`. */
export function populationById(id: string): Population {
  return (
    populations.find((population) => population.id === id) ??
    raise("reference/unknown", {
      path: "population",
      value: id,
      expected: `one of ${populations.map((population) => population.id).join(", ")}`,
    })
  );
}

/**
 * The draws of a member: a function of (population, seed, member) alone, whatever the size of the ensemble.
 *
 * Raises `reference/unknown` for an unknown population.
 */
export function drawsOf({ seed, population, parameters }: DrawSetup, member: number): Draws {
  const chosen = populationById(population);
  const draws: Partial<Record<PriorId, number>> = {};
  priors.forEach((prior, place) => {
    const id = prior.id as PriorId;
    const factor = priorFactor(prior);
    const drawn = drawAt(priorDistribution(prior, chosen), seed, member, place) * factor;
    const lowest = draws[prior.atLeast as PriorId] ?? Number.NEGATIVE_INFINITY;
    const highest = (prior.atMost ?? Number.POSITIVE_INFINITY) * factor;
    draws[id] = parameters[id as keyof AveragedParameters] ?? Math.min(highest, Math.max(lowest, drawn));
  });
  return draws as Draws;
}

/** The healthy body that belongs to some draws. */
export function virtualBody(draws: Draws, parameters: Partial<AveragedParameters>): WholeBody {
  const standard = averagedParameters();
  const { lymphProtein, swollenSlope, deepSwollenSlope, innateStrength } = draws;
  const { netFiltration, pumpReserve, fillingWidth, venousPressure, nodeDrop } = draws;
  const { anastomosisConductance, tissueConductance, tissueExponent } = draws;
  return healthyBody(
    {
      netFiltration,
      pumpReserve,
      fillingWidth,
      afterloadHalf: standard.afterloadHalf * innateStrength,
      afterloadWidth: standard.afterloadWidth * innateStrength,
      venousPressure,
      nodeDrop,
      anastomosisConductance,
      tissueConductance,
      tissueExponent,
      ...parameters,
    },
    "fit",
    { lymphProtein, swollenSlope, deepSwollenSlope },
  );
}
