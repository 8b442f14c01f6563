/** What the JSON of every answer of virtual bodies shares. */
import { type Quantity, quantity } from "@openlymph/base";
import {
  type Band,
  type EnsembleHead,
  type EnsembleSetup,
  type Influence,
  openPriors,
  populationById,
  priorDistribution,
  priors,
} from "@openlymph/rehearsal";

/** Bands that share a unit, one list per quantile. */
export function bandsJson(bands: readonly Band[], unit: string, inUnit: (si: number) => number) {
  const list = (of: (band: Band) => number) => bands.map((band) => inUnit(of(band)));
  return {
    unit,
    p5: list(({ p5 }) => p5),
    p25: list(({ p25 }) => p25),
    median: list(({ median }) => median),
    p75: list(({ p75 }) => p75),
    p95: list(({ p95 }) => p95),
    bodies: bands.map(({ count }) => count),
  };
}

export const inML = (si: number): number => quantity(si, "volume", "mL").value;
export const inPercent = (share: number): number => quantity(share, "fraction", "%").value;

export function influenceJson(influence: Influence | undefined) {
  if (influence === undefined) return null;
  const { of, shares, r2, adjustedR2, chance, bodies, cautions } = influence;
  const share = (value: number): Quantity => quantity(value, "fraction", "1");
  return {
    of,
    shares: shares.map(({ parameter, share: value, sign }) => ({ prior: parameter, share: share(value), sign })),
    r2: share(r2),
    adjustedR2: share(adjustedR2),
    chance: share(chance),
    bodies,
    cautions,
  };
}

export function ensembleJson(head: EnsembleHead, setup: EnsembleSetup, displacing: boolean) {
  const open = new Set<string>(openPriors(setup, displacing));
  const population = populationById(head.population);
  return {
    seed: head.seed,
    population: head.population,
    bodies: head.bodies,
    failed: head.failed,
    priors: priors
      .filter(({ id }) => open.has(id))
      .map((prior) => ({
        id: prior.id,
        label: prior.label,
        unit: prior.unit,
        typical: prior.default,
        distribution: priorDistribution(prior, population),
        provenance: prior.provenance,
        source: prior.source,
      })),
  };
}
