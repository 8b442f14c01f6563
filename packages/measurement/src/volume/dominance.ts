/**
 * Option for a single comparison: take off what the dominant arm is usually larger by.
 *
 *   V′ = V (1 − s) for the dominant arm
 *
 * | symbol | unit | default | range        | source                                  |
 * | ------ | ---- | ------- | ------------ | --------------------------------------- |
 * | s      | 1    | 0       | 0 to 0.03    | *textbook*: some clinics take 1 to 3 %  |
 *
 * Off unless asked for. It never enters a relative volume change, from which it would drop out.
 */
import { type Estimate, powers } from "../error/estimate.ts";

/** The volume without the share of a dominant arm. */
export function withoutDominance(volume: Estimate, share: number): Estimate {
  return powers([
    [1, volume],
    [1, { value: 1 - share, terms: {} }],
  ]);
}
