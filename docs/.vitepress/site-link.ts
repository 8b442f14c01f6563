/**
 * Links that leave docs/ lead to files of the repository. On a code host they work as they stand; in the site a link to a
 * source file leads to its page of the API reference, and any other leads nowhere.
 */
import path from "node:path";

/**
 * Where a link on the page `from` leads in the site; undefined for nowhere. Pages are named relative to docs/, with forward
 * slashes; `exists` tells whether there is one.
 */
export function siteLink(from: string, href: string, exists: (page: string) => boolean): string | undefined {
  if (/^(?:[a-z]+:|#|\/)/i.test(href)) return href;
  const [file = "", hash = ""] = href.split(/(?=#)/);
  const target = path.posix.join("docs", path.posix.dirname(from), file);
  if (target.startsWith("docs/")) return href;
  const [, name, rest] = /^packages\/(\w+)\/src\/(.*)\.ts$/.exec(target) ?? [];
  const page = `api/${name}/${rest}.md`;
  return rest !== undefined && exists(page) ? `/${page}${hash}` : undefined;
}
