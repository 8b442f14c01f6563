/**
 * Links that leave docs/ lead to files of the repository. On a code host they work as they stand; in the site a link to a
 * source file leads to its page of the API reference, and any other becomes plain text.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import type { MarkdownRenderer } from "vitepress";

const docs = path.resolve(import.meta.dirname, "..");

/** Where a link on the page `from` (relative to docs/) leads in the site; undefined for nowhere. */
export function siteLink(from: string, href: string): string | undefined {
  if (/^(?:[a-z]+:|#|\/)/i.test(href)) return href;
  const [file = "", hash = ""] = href.split(/(?=#)/);
  const target = path.relative(docs, path.resolve(docs, path.dirname(from), file));
  if (!target.startsWith("..")) return href;
  const [, name, rest] = /^\.\.\/packages\/(\w+)\/src\/(.*)\.ts$/.exec(target.split(path.sep).join("/")) ?? [];
  const page = `api/${name}/${rest}.md`;
  return rest !== undefined && existsSync(path.join(docs, page)) ? `/${page}${hash}` : undefined;
}

/** Rewrites the links of a page before it is rendered. */
export function repositoryLinks(md: MarkdownRenderer): void {
  md.core.ruler.push("repository-links", ({ tokens, env }) => {
    const from = String((env as { relativePath?: string }).relativePath ?? "index.md");
    for (const { children } of tokens) {
      let dropped = false;
      for (const token of children ?? []) {
        if (token.type === "link_open") {
          const link = siteLink(from, token.attrGet("href") ?? "");
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
