/** The page on writing networks can be followed block by block, and the reference table is that of the schema. */
import { readFileSync } from "node:fs";
import { mLPerHour, parseDocumentText, unwrap } from "@openlymph/base";
import { fieldTables, parseNetwork, setParameter, simulate } from "@openlymph/physiology";
import { describe, expect, it } from "vitest";

const page = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");

type Parts = Record<string, unknown>;
const isGroup = (value: unknown): value is Parts =>
  typeof value === "object" && value !== null && !Array.isArray(value);
/** Parts that are replaced as a whole; in the others each thing is replaced by its name. */
const whole = ["pacing", "external", "posture", "solver"];

/** The network after a block: what has the same name is replaced, `null` takes out, the rest is added. */
function after(network: Parts, block: Parts): Parts {
  if ("format" in block) return block;
  const changed = { ...network };
  for (const [part, value] of Object.entries(block)) {
    const before = changed[part];
    const merge = !whole.includes(part) && isGroup(value) && isGroup(before);
    const merged = merge ? { ...before, ...value } : value;
    changed[part] = isGroup(merged)
      ? Object.fromEntries(Object.entries(merged).filter(([, one]) => one !== null))
      : merged;
  }
  return changed;
}

describe("docs/networks.md", () => {
  const text = page("networks.md");
  const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => {
    return unwrap(parseDocumentText(block ?? "", "networks.md")).data as Parts;
  });
  const steps: Parts[] = [];
  for (const block of blocks) steps.push(after(steps.at(-1) ?? {}, block));
  const networkAt = (i: number) => unwrap(parseNetwork(JSON.stringify(steps.at(i)), `block ${i}`));

  it.each(blocks.map((block, i) => [i, Object.keys(block).join(", ")] as const))("block %i reads: %s", (i) => {
    networkAt(i);
  });

  it("begins with a vessel that carries what the page says", () => {
    expect(blocks.length).toBeGreaterThan(10);
    expect(unwrap(simulate(networkAt(0))).outflow / mLPerHour).toBeCloseTo(0.9, 1);
  });

  it("ends with a loop, tissue, tracer and node that runs and keeps water", () => {
    const last = networkAt(-1);
    expect(last.tissues).toHaveProperty("skin");
    expect(Object.keys(last.solutes ?? {})).toEqual(["protein", "tracer", "streptococci"]);
    const loop = Object.values(last.vessels).filter(({ from, to }) => from === "elbow" && to === "armpit");
    expect(loop).toHaveLength(2);
    expect(unwrap(simulate(last, { time: 5 })).massBalance.error).toBeLessThan(1e-9);
  });

  it("names parameters that can be set", () => {
    const settings = [...text.matchAll(/--set "([^"]+)"/g)].map(([, setting]) => setting ?? "");
    expect(settings.length).toBeGreaterThan(1);
    for (const setting of settings) unwrap(setParameter(networkAt(0), setting));
  });
});

describe("docs/formats.md", () => {
  it("has every field of the schema, as fieldTables() writes it", () => {
    const [, written = ""] =
      /<!-- fields of [\s\S]*?-->\n([\s\S]*?)<!-- end of fields -->/.exec(page("formats.md")) ?? [];
    expect(written.trim().split("\n")).toEqual(fieldTables().split("\n"));
  });
});
