import { type Sequence, sequences } from "@openlymph/therapy";
import { fixed } from "../output/numbers.ts";
import { type Block, mark, tableBlock, text, title } from "../output/page.ts";
import { numbers, words } from "../output/table.ts";

function originWords({ status, complete }: Sequence): string {
  if (status !== undefined) return "composed draft";
  return complete === false ? "read, an excerpt" : "read";
}

/** The templates, with what each is for. */
export function templateBlocks(): readonly Block[] {
  return [
    title("Plans to begin from"),
    mark("DRAFT", "all of them: no named professional has reviewed or approved one."),
    tableBlock({
      title: `${sequences.length} templates`,
      about: "Minutes with moving from place to place (6 s for each position, assumed), without optional steps.",
      columns: [words("id"), words("for"), words("side"), numbers("steps"), numbers("min"), words("it is")],
      rows: sequences.map((sequence) => [
        sequence.id,
        sequence.for,
        sequence.affectedSide ?? "left or right",
        String(sequence.steps.length),
        fixed(sequence.estimatedMinutes, 0),
        originWords(sequence),
      ]),
    }),
    text("openlymph plan new ID prints one as a file; a template for one side is mirrored with --side."),
  ];
}
