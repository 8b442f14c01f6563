/** Fluid and protein on their way into the tissues and out of them: by stage, by step, and over a run. */
import type { Flows } from "./flows.ts";
import type { WholeBody } from "./invert.ts";
import { bloodReturn } from "./lymph-protein.ts";
import { type Plasma, regulation } from "./plasma.ts";
import type { MassBalance } from "./state.ts";

/** m³ or m³/s of fluid and kg or kg/s of protein. */
export interface Booked {
  fluidIn: number;
  fluidOut: number;
  fluidAbsorbed: number;
  proteinIn: number;
  proteinOut: number;
  fluidRegulated: number;
  proteinRegulated: number;
}

export const nothingBooked = (): Booked => ({
  fluidIn: 0,
  fluidOut: 0,
  fluidAbsorbed: 0,
  proteinIn: 0,
  proteinOut: 0,
  fluidRegulated: 0,
  proteinRegulated: 0,
});
const keys = Object.keys(nothingBooked()) as (keyof Booked)[];

export const totalOf = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/** Writes the rates of a solved stage. */
export function bookStage(
  body: WholeBody,
  flows: Flows,
  protein: Float64Array,
  absorbed: Float64Array,
  plasma: Plasma,
  out: Booked,
): void {
  const back = bloodReturn(body, flows, protein, absorbed);
  const regulated = regulation(body, plasma);
  out.fluidIn = totalOf(flows.filtration);
  out.proteinIn = totalOf(flows.proteinFiltration);
  out.fluidOut = back.fluid;
  out.proteinOut = back.protein;
  out.fluidAbsorbed = back.absorbed;
  out.fluidRegulated = regulated.volume;
  out.proteinRegulated = regulated.protein;
}

/** Writes what a step moved. @param weight of the second stage, the first has the rest. */
export function bookStep(
  [first, second]: readonly [Booked, Booked],
  weight: number,
  duration: number,
  out: Booked,
): void {
  for (const key of keys) out[key] = duration * ((1 - weight) * first[key] + weight * second[key]);
}

export function addBooked(step: Booked, total: Booked): void {
  for (const key of keys) total[key] += step[key];
}

/** What the blood gains: lymph and absorbed water less what was filtered, and what regulation gave. */
export const gainedPlasma = (booked: Booked): Plasma => ({
  volume: booked.fluidOut + booked.fluidAbsorbed - booked.fluidIn + booked.fluidRegulated,
  protein: booked.proteinOut - booked.proteinIn + booked.proteinRegulated,
});

/** The balance of a run, with what does not add up. @param stored what the tissues gained, m³ and kg. */
export function balanceOf(booked: Booked, stored: Plasma): MassBalance {
  const share = (error: number, ...through: readonly number[]) => {
    const most = Math.max(...through.map(Math.abs));
    return most > 0 ? Math.abs(error) / most : 0;
  };
  const { fluidIn, fluidOut, fluidAbsorbed, proteinIn, proteinOut } = booked;
  const fluid = stored.volume - fluidIn + fluidOut + fluidAbsorbed;
  return {
    ...booked,
    fluidError: share(fluid, fluidIn, fluidOut, stored.volume),
    proteinError: share(stored.protein - proteinIn + proteinOut, proteinIn, proteinOut),
  };
}
