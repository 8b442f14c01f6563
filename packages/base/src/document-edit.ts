import { isCollection, isSeq, parseDocument } from "yaml";
import { fail, ok, type Result } from "./failure.ts";

type Path = readonly (string | number)[];

/** A change of one place of a document. */
export type DocumentEdit =
  /** One entry more at the end of a list; the list is made where there is none. */
  | { readonly kind: "append"; readonly path: Path; readonly value: unknown }
  | { readonly kind: "remove"; readonly path: Path }
  | { readonly kind: "set"; readonly path: Path; readonly value: unknown };

/**
 * A person's own file with one place changed; what they wrote elsewhere, comments too, stays as it is.
 *
 * @returns the text; `document/unreadable` for text that is no YAML, `field/missing` for a place that is not there. Whether
 * the result still is a history or a plan is for its parser to say.
 */
export function editDocumentText(text: string, edit: DocumentEdit): Result<string> {
  const document = parseDocument(text, { uniqueKeys: true });
  const [wrong] = document.errors;
  if (wrong !== undefined)
    return fail("document/unreadable", { value: wrong.message.split("\n")[0] ?? "", expected: "valid YAML" });
  const place = edit.path.join(".");
  if (edit.kind === "remove") {
    if (!document.hasIn(edit.path)) return fail("field/missing", { path: place, expected: "a place that is there" });
    document.deleteIn(edit.path);
    const list = document.getIn(edit.path.slice(0, -1));
    if (isCollection(list) && list.items.length === 0) document.deleteIn(edit.path.slice(0, -1));
  } else if (edit.kind === "set") {
    document.setIn(edit.path, edit.value);
  } else {
    const list = document.getIn(edit.path);
    const entry = document.createNode(edit.value, { flow: true });
    if (isSeq(list)) list.add(entry);
    else document.setIn(edit.path, document.createNode([edit.value]));
  }
  return ok(document.toString({ lineWidth: 110 }));
}
