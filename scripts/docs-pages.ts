/**
 * What the written pages promise, checked: parameter tables equal those at the head of the source files, a test that is
 * cited exists and says what is quoted, a row of the validation page that is cited exists, and links lead somewhere.
 *
 *   <!-- table packages/physiology/src/elements/pacemaker.ts -->  |...|  <!-- /table -->
 *   Held by [`solve/convergence.test.ts`](../../packages/...): “convergence order”
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { slug } from "../docs/.vitepress/slug.ts";
import { headTables } from "../docs/.vitepress/source-files.ts";

const tableMark = /(<!-- table (\S+) -->\n)([\s\S]*?)(<!-- \/table -->)/g;
const citation = /\[`[^`]+`\]\((\S+?\.test\.ts)\)((?:[:,] “[^”]+”)+)/g;
const link = /\]\(([^)\s]+)\)/g;

/** A page with every marked table written anew from its source file; `read` gives a file of the repository. */
export function fillTables(page: string, read: (file: string) => string): string {
  return page.replaceAll(tableMark, (_, open: string, file: string, _old: string, close: string) => {
    const tables = headTables(read(file));
    return `${open}\n${tables}\n\n${close}`;
  });
}

function anchorsOf(page: string): Set<string> {
  return new Set([...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => slug(heading)));
}

/** What is wrong with one page (`file` relative to `root`), one sentence each. */
export function findPageProblems(root: string, file: string): string[] {
  const read = (name: string) => readFileSync(path.join(root, name), "utf8");
  const page = read(file);
  const problems: string[] = [];
  const written = fillTables(page, read);
  if (written !== page) problems.push("a parameter table is not that of its source file; run npm run docs -- --write");
  for (const [, target = "", quotes = ""] of page.replaceAll(/\n> /g, " ").replaceAll(/\s+/g, " ").matchAll(citation)) {
    const test = path.join(path.dirname(file), target);
    const text = existsSync(path.join(root, test)) ? read(test) : "";
    for (const [, quote = ""] of quotes.matchAll(/“([^”]+)”/g)) {
      if (!text.includes(quote)) problems.push(`${target} has no test “${quote}”`);
    }
  }
  const prose = page.replaceAll(/```[\s\S]*?```/g, "");
  for (const [, href = ""] of prose.matchAll(link)) {
    if (/^(?:[a-z]+:|\/)/i.test(href)) continue;
    const [place = "", anchor] = href.split("#");
    const target = place === "" ? file : path.join(path.dirname(file), place);
    const generated = target.startsWith("docs/api/");
    if (!generated && !existsSync(path.join(root, target))) problems.push(`nothing lies at ${href}`);
    else if (anchor !== undefined && target.endsWith(".md") && !generated && !anchorsOf(read(target)).has(anchor)) {
      problems.push(`no heading answers to ${href}`);
    }
  }
  return problems;
}
