/** One virtual body: its draws, its history, and the model that runs it. */
import type { TaskContext } from "@openlymph/base";
import type { WholeBody, WholeBodyState } from "@openlymph/physiology";
import type { History } from "@openlymph/therapy";
import { type BodyIndex, bodyIndex } from "../body/body-index.ts";
import { runHistory } from "../body/run-history.ts";
import { type DrawSetup, type Draws, drawsOf, virtualBody } from "./draw.ts";
import { memberHistory } from "./member-history.ts";

/** What virtual bodies go through, and what they are drawn from. Plain data, so that it can be handed to a worker. */
export interface EnsembleSetup {
  readonly history: History;
  readonly draw: DrawSetup;
}

export interface Member {
  readonly draws: Draws;
  readonly body: WholeBody;
  readonly index: BodyIndex;
  readonly history: History;
}

export function memberOf({ history, draw }: EnsembleSetup, member: number): Member {
  const draws = drawsOf(draw, member);
  const body = virtualBody(draws, draw.parameters);
  return { draws, body, index: bodyIndex(body), history: memberHistory(history, draws) };
}

/** A virtual body at `asOf`. */
export function memberToday({ body, history }: Member, context?: TaskContext): WholeBodyState {
  const { states } = runHistory(body, history, { times: [0], from: "asOf", context, label: "body until today" });
  return states[0]!;
}
