/** The nodes of a course in the body: the whole of it, and where they swell from near, in health and at the peak. */
import { type FigureScene, figureScene, figureSvg, type View } from "@openlymph/figure";
import type { NodeCourse, SwollenNode } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { timeWords } from "../output/numbers.ts";
import { drawnNodes, nodeLetters, peakPlace } from "../present/node-peak.ts";
import { shortNodeWords } from "../words/place-words.ts";
import type { BodyPicture } from "./body-row.ts";
import {
  type CloseUp,
  closeUpOf,
  frameMark,
  type LetteredNode,
  letterMarks,
  pictureShape,
  seenFrom,
} from "./node-close-up.ts";

/** The groups that are seen in a view. */
function seenIn({ nodes: shapes }: FigureScene, nodes: readonly SwollenNode[]): readonly LetteredNode[] {
  return nodes.flatMap(({ node }, n) => {
    const shape = shapes.find(({ id, beads }) => id === node && beads.length > 0);
    return shape === undefined ? [] : [{ ...shape, letter: nodeLetters[n] ?? "" }];
  });
}

/** The view in which the first of the nodes is seen; where both or none show it, the one that shows more of them. */
function sceneOf(history: History, nodes: readonly SwollenNode[]): FigureScene {
  const scene = (view: View) => figureScene({ view, build: history.body.build });
  const [front, back] = [scene("front"), scene("back")];
  const worth = (one: FigureScene) => nodes.length * seenIn(one, nodes.slice(0, 1)).length + seenIn(one, nodes).length;
  return worth(back) > worth(front) ? back : front;
}

/** What is seen of the whole body, in the shape of the pictures beside it. */
function wholeBody({ viewBox: [, y, , height] }: FigureScene): CloseUp {
  const width = pictureShape * height;
  return { x: -width / 2, y, width, height };
}

function sidesWords({ view }: FigureScene, nodes: readonly SwollenNode[], seen: readonly LetteredNode[]): string {
  const hidden = nodeLetters.slice(0, nodes.length).filter((letter) => !seen.some((node) => node.letter === letter));
  const side = `the person's left is on the ${view === "front" ? "right" : "left"}`;
  return hidden.length === 0 ? side : `${side}; not seen: ${hidden.join(", ")}`;
}

/** The body with the place of its largest nodes; then that place in health, and when they are largest. */
export function nodeBodies(history: History, course: NodeCourse): readonly BodyPicture[] {
  const nodes = drawnNodes(course);
  const scene = sceneOf(history, nodes);
  const seen = seenIn(scene, nodes);
  const peak = peakPlace(course);
  const swollen = Object.fromEntries(
    course.nodes.map(({ node, size, restSize }) => [node, (size[peak] ?? restSize) / restSize]),
  );
  const picture = (id: string, heading: string, words: string, nodeSize: Readonly<Record<string, number>>) => ({
    heading,
    words,
    svg: figureSvg(scene, {
      theme: "light",
      layers: { watersheds: false, deep: seen.some(({ overview }) => !overview) },
      removed: course.removed,
      nodeSize,
      prefix: `body-${id}`,
      title: heading,
      description: `Node groups as beads: ${words}. The sides are those of the person.`,
    }),
  });
  const marked = (one: BodyPicture, part: CloseUp, marks: string): BodyPicture => ({
    ...one,
    svg: seenFrom(one.svg, part).replace(/<\/svg>$/, `${marks}</svg>`),
  });
  const [first] = nodes;
  const view = scene.view === "front" ? "From the front" : "From the back";
  const whole = picture("whole", view, sidesWords(scene, nodes, seen), swollen);
  if (first === undefined || seen.length === 0) return [marked(whole, wholeBody(scene), "")];
  const part = closeUpOf(seen);
  const letters = letterMarks(seen, part);
  const largest = `when the ${shortNodeWords(first.node)} are largest`;
  return [
    marked(whole, wholeBody(scene), frameMark(part)),
    marked(picture("health", "Nodes in health", "the framed part from near", {}), part, letters),
    marked(picture("peak", `Nodes after ${timeWords(course.times[peak] ?? 0)}`, largest, swollen), part, letters),
  ];
}
