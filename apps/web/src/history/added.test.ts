import { day, mL, unwrap } from "@openlymph/base";
import { rehearse } from "@openlymph/rehearsal";
import type { HistoryEdit } from "@openlymph/therapy";
import { expect, test } from "vitest";
import { editHistoryFile } from "../run/edit-history-file.ts";
import type { Named } from "../run/named.ts";
import { readHistory, readPlan } from "../run/read-named.ts";

const healthy: Named = { file: "healthy.yaml" };
const leg = { limb: "leg", side: "left" } as const;

const { plan } = unwrap(readPlan({ file: "lnni-arm.yaml" }));

/** Fluid in the tissue of a healthy body a week after these things were added, m³. */
function fluid(edits: readonly HistoryEdit[]): number {
  const file = edits.reduce((one, edit) => unwrap(editHistoryFile(one, edit)), healthy);
  const { states } = unwrap(rehearse(unwrap(readHistory(file)), plan, { duration: 7 * day })).without;
  return [...(states.at(-1)?.volume ?? [])].reduce((sum, volume) => sum + volume, 0);
}

test("what the form adds to a leg changes the body: it holds more with leaky valves, too few vessels or full veins", () => {
  const rest = fluid([]);
  for (const edit of [
    { kind: "valves", ...leg, share: 0.05 },
    { kind: "fewVessels", ...leg, share: 0.9 },
    { kind: "veins", ...leg, pressure: 12 },
  ] as const) {
    expect((fluid([edit]) - rest) / mL, edit.kind).toBeGreaterThan(1);
  }
});
