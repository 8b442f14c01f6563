import type { BodyRun } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { percent, timeWords } from "../output/numbers.ts";
import { drawnMoments, drawnParts, partAt } from "../present/body-course.ts";
import { partWords } from "../words/band-words.ts";
import type { BodyPicture } from "./body-row.ts";
import { bodySvg } from "./drawn-body.ts";

/** Most parts named below a body. */
const mostNamed = 2;

/** The body from the front at a few moments of a run, with what the parts that swell hold. */
export function runBodies(history: History, run: BodyRun): readonly BodyPicture[] {
  const { index, healthy, series, removed } = run;
  const parts = drawnParts(run).slice(0, mostNamed);
  return drawnMoments(run).map((at) => {
    const state = series.states[at] ?? healthy;
    const heading = `After ${timeWords(state.time)}`;
    const words = parts
      .map(
        (part) => `${partWords(part.part)} ${percent(partAt(run, part, at).excessShare, 1).replace("-", "\u2212")} %`,
      )
      .join(", ");
    const body = { index, healthy, state, removed: removed[at] ?? new Float64Array(index.nodes.length) };
    const description = `Fluid above health: ${words}. The sides are those of the person.`;
    return {
      heading,
      words,
      svg: bodySvg(history.body.build, "front", body, { prefix: `body-${at}`, title: heading, description }),
    };
  });
}
