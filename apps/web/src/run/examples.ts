/** A file of a person or of the project, as text. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
}

const histories = import.meta.glob<string>("../../../../examples/histories/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});
const plans = import.meta.glob<string>("../../../../examples/plans/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

function named(files: Readonly<Record<string, string>>): readonly NamedText[] {
  return Object.entries(files).map(([path, text]) => ({ file: path.split("/").at(-1) ?? path, text }));
}

/** The histories and plans that come with the app, by file name. */
export const exampleHistories: readonly NamedText[] = named(histories);
export const examplePlans: readonly NamedText[] = named(plans);
