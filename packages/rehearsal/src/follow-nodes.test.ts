import { readFileSync } from "node:fs";
import { day, hour, unwrap } from "@openlymph/base";
import { type History, parseHistory } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { inoculations, usualInoculum, wounds } from "./body/node-response.ts";
import { followNodes, type NodeCourse } from "./follow-nodes.ts";

const histories = new URL("../../../examples/histories/", import.meta.url);
const historyOf = (name: string): History =>
  unwrap(parseHistory(readFileSync(new URL(`${name}.yaml`, histories), "utf8"), name));
const head = "format: openlymph/history@1\ntitle: t\nasOf: 2026-06-30\nprovenance: { tag: assumed, source: a test }\n";
const told = (yaml: string): History => unwrap(parseHistory(`${head}${yaml}`, "t"));
const sizeOf = ({ nodes }: NodeCourse, id: string) => nodes.find(({ node }) => node === id);
const balance = ({ entered, born, killed, carriedOn, there }: NonNullable<NodeCourse["bacteria"]>) =>
  Math.abs(entered + born - killed - carriedOn - there) / (entered + born);

describe("an infected forearm and hand", () => {
  const found = unwrap(followNodes(historyOf("arm-infection")));
  const bacteria = found.bacteria!;

  it("swells the nodes on its route past their threshold, and lets them shrink below it again", () => {
    const lateral = sizeOf(found, "AXLAT_L")!;
    expect(lateral.largest).toBeGreaterThan(lateral.swollenFrom);
    expect(lateral.swollenAt! / day).toBeGreaterThan(0.5);
    expect(lateral.swollenAt! / day).toBeLessThan(4);
    expect(lateral.normalAgainAt!).toBeGreaterThan(lateral.swollenAt!);
    expect(lateral.normalAgainAt! / day).toBeLessThan(28);
    expect(lateral.size.at(-1)!).toBeLessThan(lateral.swollenFrom);
    expect(lateral.size.at(-1)! / lateral.restSize).toBeLessThan(1.3);
    expect(found.nodes.every(({ node }) => !node.endsWith("_R"))).toBe(true);
  });

  it("reaches the next nodes with less", () => {
    const [first, next] = [sizeOf(found, "AXLAT_L")!, sizeOf(found, "AXCEN_L")!];
    expect(next.arrived).toBeLessThan(0.1 * first.arrived);
    expect(next.largest).toBeLessThan(first.largest);
  });

  it("grows, is killed, and is accounted for: in and born = killed, carried on and still there", () => {
    expect(bacteria.entered).toBeCloseTo(usualInoculum, 3);
    expect(Math.max(...bacteria.course)).toBeGreaterThan(1.5 * usualInoculum);
    expect(bacteria.there).toBeLessThan(1);
    expect(bacteria.carriedOn).toBeLessThan(1e-4 * bacteria.entered);
    expect(balance(bacteria)).toBeLessThan(1e-9);
    expect(bacteria.error).toBeLessThan(1e-9);
    expect(found.debris!.born / bacteria.killed).toBeCloseTo(1, 9);
    expect(balance(found.debris!)).toBeLessThan(1e-9);
    expect(found.debris!.error).toBeLessThan(1e-9);
  });

  it("takes the number of bacteria a history names", () => {
    const infection =
      "events:\n  - infection: { limb: arm, side: left, inoculum: 20 cfu }\n    at: 1 d\n    for: 5 d\n";
    const few = told(infection);
    expect(inoculations(few, 2 * day)).toMatchObject([{ time: day, amount: 20 }]);
    const course = unwrap(followNodes(few, { duration: 4 * day }));
    expect(course.bacteria!.entered).toBeCloseTo(20, 9);
    expect(course.nodes).toEqual([]);
    const refused = parseHistory(`${head}${infection.replace("20 cfu", "20")}`, "t");
    expect(refused).toMatchObject({ ok: false, code: "quantity/unit", line: 6 });
  });
});

describe("other reasons for nodes to swell", () => {
  it("are operations, radiation and wounds, without any bacteria", () => {
    const operated = historyOf("arm-after-axillary-clearance");
    expect(wounds(operated, 0).length).toBeGreaterThan(6);
    const found = unwrap(followNodes(operated));
    expect(found.bacteria).toBeUndefined();
    expect(found.nodes.length).toBeGreaterThan(3);
    expect(found.nodes.some(({ node }) => node === "AXCEN_L")).toBe(false);
    expect(found.debris!.error).toBeLessThan(1e-9);
    const hurt = unwrap(followNodes(historyOf("forearm-injury")));
    expect(sizeOf(hurt, "AXLAT_L")!.normalAgainAt).toBeDefined();
  });

  it("are none in health", () => {
    const found = unwrap(followNodes(historyOf("healthy"), { duration: day }));
    expect(found).toMatchObject({ nodes: [], bacteria: undefined, debris: undefined });
  });

  it("begin again when an infection returns", () => {
    const once = told("events:\n  - infection: { limb: arm, side: left }\n    at: 0 h\n    for: 3 d\n");
    const twice = told(
      "events:\n  - infection: { limb: arm, side: left }\n    at: 0 h\n    for: 3 d\n  - infection: { limb: arm, side: left }\n    at: 10 d\n    for: 3 d\n",
    );
    const at = (history: History) => unwrap(followNodes(history, { duration: 14 * day })).bacteria!;
    expect(at(twice).entered).toBeCloseTo(2 * at(once).entered, 3);
    expect(at(twice).killed).toBeGreaterThan(1.5 * at(once).killed);
  });

  it("are followed for a time that can be", () => {
    expect(followNodes(historyOf("healthy"), { duration: 0 })).toMatchObject({
      code: "param/out-of-range",
      path: "for",
    });
    const short = unwrap(followNodes(historyOf("arm-infection"), { duration: 6 * hour }));
    expect(short.times.at(-1)).toBe(6 * hour);
  });
});
