/** Gathers what a repeated option is given. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** Examples below the help of a command. */
export function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ openlymph ${line}`).join("\n")}\n`;
}
