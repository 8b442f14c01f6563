import { longestText } from "./named-field.ts";

/** "What is left of the nodes", "left out", "right away": these words name no side. */
const naming =
  /(?<!\b(?:what|nothing|none|all) (?:is|was|are|were) )\b(?:left|right|Left|Right|LEFT|RIGHT)\b(?! (?:out|over|off|after|behind|alone|away|now)\b)/g;

const across: Readonly<Record<string, string>> = {
  left: "right",
  right: "left",
  Left: "Right",
  Right: "Left",
  LEFT: "RIGHT",
  RIGHT: "LEFT",
};

/**
 * A text with its sides named the other way round: the whole words left and right, their capitals kept, save where they
 * name no side ("what is left of it", "left out"). Twice gives the text again. A text that would grow past the longest
 * that a file may hold stays as it is.
 */
export function mirrorWords(text: string): string {
  const mirrored = text.replaceAll(naming, (word) => across[word] ?? word);
  return mirrored.length > longestText ? text : mirrored;
}
