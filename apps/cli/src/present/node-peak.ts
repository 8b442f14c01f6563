/** Which of the nodes that grew are drawn, and when they are largest. */
import type { NodeCourse, SwollenNode } from "@openlymph/rehearsal";

/** How far a group grew on its way to counting as swollen: 0 in health, 1 at the threshold. */
function growth({ size, restSize, swollenFrom }: SwollenNode, at: number): number {
  return ((size[at] ?? restSize) - restSize) / (swollenFrom - restSize);
}

const greatest = (node: SwollenNode) => Math.max(...node.size.map((_, at) => growth(node, at)));

const mostDrawn = 4;

/** The groups that came nearest to their threshold, or furthest past it, that one first. */
export function drawnNodes({ nodes }: NodeCourse): readonly SwollenNode[] {
  return nodes.toSorted((a, b) => greatest(b) - greatest(a)).slice(0, mostDrawn);
}

/** Place in the times at which the first of them is largest; the end where none grew. */
export function peakPlace(course: NodeCourse): number {
  const [first] = drawnNodes(course);
  if (first === undefined) return course.times.length - 1;
  return first.size.indexOf(Math.max(...first.size));
}

/** A letter for each drawn group, by which picture and curve tell of the same one. */
export const nodeLetters = ["A", "B", "C", "D"] as const;
