import { evidence, gradeWords } from "@openlymph/therapy";

/** What is known about drainage for a condition, with the trials it rests on. */
export interface ToldStudies {
  readonly condition: string;
  readonly grade: string;
  readonly draft: boolean;
  readonly studies: readonly string[];
}

/** The trials of a condition by its id; `undefined` for one that is not listed. */
export function toldStudies(id: string): ToldStudies | undefined {
  const found = evidence.items.find((item) => item.id === id);
  if (found === undefined) return undefined;
  const { condition, grade, reviewStatus, studies } = found;
  return { condition, grade: gradeWords(grade), draft: reviewStatus === "draft", studies };
}
