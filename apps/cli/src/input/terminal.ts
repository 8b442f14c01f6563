import { createInterface } from "node:readline";

/** Someone who can be asked. */
export interface Terminal {
  /** The line typed, or `undefined` at the end of the input. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly say: (text: string) => void;
  readonly close: () => void;
}

/** The terminal this program runs in, or `undefined` where nobody can be asked. Questions go to stderr. */
export function openTerminal(): Terminal | undefined {
  const { stdin, stderr } = process;
  if (stdin.isTTY !== true || stderr.isTTY !== true) return undefined;
  const lines = createInterface({ input: stdin, output: stderr });
  let ended = false;
  let end: (() => void) | undefined;
  lines.on("SIGINT", () => lines.close());
  lines.on("close", () => {
    ended = true;
    end?.();
  });
  return {
    ask: (question) =>
      new Promise((resolve) => {
        if (ended) return resolve(undefined);
        end = () => {
          stderr.write("\n");
          resolve(undefined);
        };
        lines.question(question, (line) => {
          end = undefined;
          resolve(line);
        });
      }),
    say: (text) => stderr.write(`${text}\n`),
    close: () => lines.close(),
  };
}
