/** Rewrites links that leave docs/ (see site-link.ts); one that leads nowhere in the site becomes plain text. */
import { existsSync } from "node:fs";
import path from "node:path";
import type { MarkdownRenderer } from "vitepress";
import { siteLink } from "./site-link.ts";

const docs = path.resolve(import.meta.dirname, "..");
const exists = (page: string) => existsSync(path.join(docs, page));

/** Teaches it to a Markdown renderer. */
export function repositoryLinks(md: MarkdownRenderer): void {
  md.core.ruler.push("repository-links", ({ tokens, env }) => {
    const from = String((env as { relativePath?: string }).relativePath ?? "index.md");
    for (const { children } of tokens) {
      let dropped = false;
      for (const token of children ?? []) {
        if (token.type === "link_open") {
          const link = siteLink(from, token.attrGet("href") ?? "", exists);
          dropped = link === undefined;
          if (dropped) {
            token.tag = "span";
            token.type = "span_open";
            token.attrs = [["class", "elsewhere"]];
          } else token.attrSet("href", link ?? "");
        } else if (token.type === "link_close" && dropped) {
          token.tag = "span";
          token.type = "span_close";
          dropped = false;
        }
      }
    }
  });
}
