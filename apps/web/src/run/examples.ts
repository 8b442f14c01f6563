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

function byName(files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(files).map(([path, text]) => [path.split("/").at(-1) ?? path, text]));
}

/** The texts of the histories and plans that come with the app, by file name. Only the worker holds them. */
export const historyTexts: ReadonlyMap<string, string> = byName(histories);
export const planTexts: ReadonlyMap<string, string> = byName(plans);
