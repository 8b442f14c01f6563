/**
 * Mathematics in Markdown, `$inline$` and `$$` blocks, as MathML made when the site is built: nothing is fetched, nothing
 * runs in the page, and a screen reader can read it. A formula that TeX would not accept stops the build.
 */
import temml from "temml";
import type { MarkdownRenderer } from "vitepress";

/** Vue leaves it as it is: braces in a formula are no template. */
function render(tex: string, displayMode: boolean): string {
  try {
    return temml.renderToString(tex, { displayMode, throwOnError: true }).replace("<math", "<math v-pre");
  } catch (error) {
    throw new Error(`not a formula: ${tex}`, { cause: error });
  }
}

/** Teaches a Markdown renderer both forms. */
export function maths(md: MarkdownRenderer): void {
  md.inline.ruler.after("escape", "maths", (state, silent) => {
    const { src, pos } = state;
    if (src[pos] !== "$" || /\s/.test(src[pos + 1] ?? " ")) return false;
    const end = src.indexOf("$", pos + 1);
    if (end < 0 || /\s/.test(src[end - 1] ?? " ")) return false;
    if (!silent) state.push("maths", "math", 0).content = src.slice(pos + 1, end);
    state.pos = end + 1;
    return true;
  });
  md.block.ruler.before(
    "fence",
    "maths_block",
    (state, from, to, silent) => {
      const line = (n: number) =>
        state.src.slice((state.bMarks[n] ?? 0) + (state.tShift[n] ?? 0), state.eMarks[n]).trim();
      if (line(from) !== "$$") return false;
      let end = from + 1;
      while (end < to && line(end) !== "$$") end++;
      if (end >= to) return false;
      if (silent) return true;
      const token = state.push("maths_block", "math", 0);
      token.content = Array.from({ length: end - from - 1 }, (_, i) => line(from + 1 + i)).join("\n");
      token.map = [from, end + 1];
      state.line = end + 1;
      return true;
    },
    { alt: ["paragraph", "list"] },
  );
  md.renderer.rules["maths"] = (tokens, i) => render(tokens[i]?.content ?? "", false);
  md.renderer.rules["maths_block"] = (tokens, i) =>
    `<div class="equation" tabindex="0">${render(tokens[i]?.content ?? "", true)}</div>\n`;
}
