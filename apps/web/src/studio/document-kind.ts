export type DocumentKind = "history" | "plan";

const written = /^[ \t{]*"?format"?[ \t]*:[ \t]*["']?openlymph\/(history|plan)@/m;

/** Whether a file says that it is a history or a plan, in the line that names its format; undefined where it says neither. */
export function documentKind(text: string): DocumentKind | undefined {
  return written.exec(text)?.[1] as DocumentKind | undefined;
}
