import type { Document } from "@openlymph/base";
import { type Limb, type Protocol, protocolById } from "../library/protocol.ts";
import { evenGeometry } from "../volume/tape-volume.ts";
import { type Path, refuse, taken } from "./refuse.ts";
import type { SeriesProtocol } from "./series.ts";
import type { WrittenSeries } from "./series-schema.ts";

type WrittenProtocol = WrittenSeries["protocol"];

/** Where the first mark of a library protocol lies. */
export function startWords({ start }: Protocol): string {
  return `${start.offset_cm} cm above the ${start.landmark}`;
}

/** The protocol of a series with `marks` readings on each side. */
export function readProtocol(
  document: Document,
  path: Path,
  written: WrittenProtocol,
  limb: Limb,
  marks: number,
): SeriesProtocol {
  if (typeof written !== "string") {
    const { model, step, start } = written;
    return { id: "own", name: "own protocol", start, ...evenGeometry(model, step, marks) };
  }
  const found = taken(document, path, protocolById(written));
  if (found.limb !== limb) {
    refuse(document, path, "field/invalid", { expected: `a protocol for the ${limb}` });
  }
  const { id, name, model, step_cm } = found;
  return { id, name, start: startWords(found), ...evenGeometry(model, step_cm / 100, marks) };
}

/** Whether a measurement names the protocol of its series. */
export function sameProtocol(one: WrittenProtocol, other: WrittenProtocol): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
