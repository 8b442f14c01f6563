import { ok, type Result } from "@openlymph/base";
import type { OutputFile } from "./command-output.ts";

/** Names of the files a figure and a page go to, where they were asked for. */
export interface DrawnTargets {
  readonly figure?: string | undefined;
  readonly report?: string | undefined;
}

/** What draws them; called only for what was asked for. */
export interface Drawers {
  /** Gives a whole SVG document. */
  readonly figure: () => Promise<string>;
  /** Gives a whole HTML document. */
  readonly report: () => Promise<string>;
}

/** Figure and page as files that are yet to be written. */
export async function drawnFiles(targets: DrawnTargets, draw: Drawers): Promise<Result<readonly OutputFile[]>> {
  const files: OutputFile[] = [];
  if (targets.figure !== undefined) {
    const { figureFile } = await import("./figure.ts");
    const figure = await figureFile(targets.figure, await draw.figure());
    if (!figure.ok) return figure;
    files.push(figure.value);
  }
  if (targets.report !== undefined) files.push({ path: targets.report, content: [await draw.report()] });
  return ok(files);
}
