import { vi } from "vitest";
import { main } from "../main.ts";
import type { Ran } from "./run-cli.ts";

/** Runs the command line within the test, which is many times faster than a process of its own. */
export async function callOpenlymph(...args: readonly string[]): Promise<Ran> {
  const said = { out: "", err: "" };
  const listen = (stream: "stdout" | "stderr", into: keyof typeof said) =>
    vi.spyOn(process[stream], "write").mockImplementation((text) => {
      said[into] += String(text);
      return true;
    });
  const spies = [listen("stdout", "out"), listen("stderr", "err")];
  try {
    return { code: await main(args), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
