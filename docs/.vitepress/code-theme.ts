/** Code in the colours of the site: words of the language in the accent, texts in green, comments quiet; the rest is ink. */

interface Colours {
  readonly ink: string;
  readonly quiet: string;
  readonly accent: string;
  readonly text: string;
  readonly gone: string;
  readonly ground: string;
}

function theme(name: string, type: "light" | "dark", { ink, quiet, accent, text, gone, ground }: Colours) {
  const rule = (foreground: string, ...scope: string[]) => ({ scope, settings: { foreground } });
  return {
    name,
    type,
    colors: { "editor.foreground": ink, "editor.background": ground },
    settings: [
      { settings: { foreground: ink, background: ground } },
      rule(quiet, "comment", "punctuation.definition.comment"),
      rule(accent, "keyword", "storage", "constant.language", "entity.name.tag", "support.type.property-name"),
      rule(ink, "keyword.operator", "storage.type.function.arrow"),
      rule(text, "string", "punctuation.definition.string", "markup.inserted"),
      rule(gone, "markup.deleted"),
    ],
  };
}

export const lightCode = theme("openlymph-light", "light", {
  ink: "#1f2a30",
  quiet: "#5c6970",
  accent: "#6b6212",
  text: "#2d6b3f",
  gone: "#a3262b",
  ground: "#f3f0e8",
});

export const darkCode = theme("openlymph-dark", "dark", {
  ink: "#e9eef0",
  quiet: "#9fb0b8",
  accent: "#d8d27e",
  text: "#86cf9a",
  gone: "#ff8a8a",
  ground: "#1c2226",
});
