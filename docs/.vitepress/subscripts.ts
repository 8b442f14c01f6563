/** Symbols in tables get their subscripts (see symbols.ts); code is left alone. */
import type { MarkdownRenderer } from "vitepress";
import { withSubscripts } from "./symbols.ts";

/** Teaches it to a Markdown renderer. */
export function subscripts(md: MarkdownRenderer): void {
  md.core.ruler.push("subscripts", ({ tokens }) => {
    let inTable = false;
    for (const { type, children } of tokens) {
      if (type === "table_open") inTable = true;
      if (type === "table_close") inTable = false;
      if (!inTable) continue;
      for (const child of children ?? []) {
        if (child.type !== "text" || !child.content.includes("_")) continue;
        child.type = "html_inline";
        child.content = withSubscripts(md.utils.escapeHtml(child.content));
      }
    }
  });
}
