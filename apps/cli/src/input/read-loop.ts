import { closest, fail, ok, type Result } from "@openlymph/base";
import type { Network } from "@openlymph/physiology";

/** A lymphangion whose loop is asked for, and the file to draw it in. */
export interface LoopRequest {
  readonly lymphangion: string;
  readonly file: string;
}

/** At most this many ids are listed in a message. */
const listed = 12;

/**
 * Loops as written on the command line: `collector.5=loop.png`.
 *
 * @returns `usage/invalid` without `=`, `reference/unknown` with the closest id for a lymphangion the network lacks.
 */
export function readLoops(texts: readonly string[], network: Network): Result<readonly LoopRequest[]> {
  if (texts.length === 0) return ok([]);
  const known = Object.entries(network.vessels).flatMap(([id, { lymphangions }]) =>
    Array.from({ length: lymphangions }, (_, j) => `${id}.${j + 1}`),
  );
  const loops: LoopRequest[] = [];
  for (const text of texts) {
    const sign = text.indexOf("=");
    if (sign < 1 || sign === text.length - 1) {
      const expected = `lymphangion=file such as "${known[0]}=loop.png"`;
      return fail("usage/invalid", { path: "--loop", value: text, expected });
    }
    const [lymphangion, file] = [text.slice(0, sign).trim(), text.slice(sign + 1).trim()];
    if (!known.includes(lymphangion)) {
      const more = known.length > listed ? `, ... (${known.length} in all)` : "";
      const near = closest(lymphangion, known);
      return fail("reference/unknown", {
        path: "--loop",
        value: lymphangion,
        expected: `a lymphangion of the network: ${known.slice(0, listed).join(", ")}${more}`,
        ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
      });
    }
    loops.push({ lymphangion, file });
  }
  return ok(loops);
}
