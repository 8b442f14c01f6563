import { runRecord, unwrap } from "@openlymph/base";
import { humanCollector, type Network, type PumpPoint, simulate } from "@openlymph/physiology";
import fc from "fast-check";
import { Window } from "happy-dom";
import { describe, expect, it } from "vitest";
import { pngBytes } from "../output/figure.ts";
import { chosenLymphangions } from "./chosen-lymphangions.ts";
import { loopFigure } from "./loop-figure.ts";
import { pumpFigure } from "./pump-figure.ts";
import { runFigure } from "./run-figure.ts";
import { keptPoints } from "./simplify.ts";

const hostile = `<b>"R&D"</b> \u0000 'lymph' ]]>`;
const network: Network = { ...humanCollector({ lymphangions: 7 }), title: hostile };
const simulation = unwrap(simulate(network, { cycles: 2, trace: true }));
const trace = simulation.trace!;

/** The words of a figure, in the order they stand in it. */
function wordsOf(svg: string): readonly string[] {
  const { document } = new Window();
  document.body.innerHTML = svg;
  return [...document.querySelectorAll("text")].map((text) => text.textContent ?? "");
}

/** Fails unless the text is well-formed XML that can be drawn. */
const draw = async (svg: string) => expect((await pngBytes(svg)).length).toBeGreaterThan(10_000);

describe("the figure of a run", () => {
  const svg = runFigure(network, simulation, trace);

  it("is well-formed whatever the title, and the same each time", async () => {
    await draw(svg);
    expect(svg).not.toContain("<b>");
    expect(runFigure(network, simulation, trace)).toBe(svg);
  });

  it("has axes with units, the lymphangions it shows, its levels and where it comes from", () => {
    const words = wordsOf(svg);
    for (const label of ["diameter (mm)", "pressure inside (mmHg)", "flow (mL/h)", "time in the cycle (s)"]) {
      expect(words).toContain(label);
    }
    for (const id of ["collector.1", "collector.3", "collector.4", "collector.6", "collector.7"]) {
      expect(words).toContain(id);
    }
    expect(words).toContain("inlet 2 mmHg");
    expect(words).toContain("outlet 7 mmHg");
    expect(words.join(" ")).toContain(simulation.record.parameterHash.slice(0, 16));
    expect(words.join(" ")).toContain("5 of 7 lymphangions");
    expect(words.join(" ")).not.toContain("Changed");
    expect(wordsOf(runFigure(network, simulation, trace, ["wall.activeTension=2 N/m"]))).toContain(
      "Changed: wall.activeTension=2 N/m.",
    );
  });

  it("stays small for long runs", () => {
    expect(trace.time.length).toBeGreaterThan(500);
    expect(svg.length).toBeLessThan(60_000);
  });
});

describe("the loop of a lymphangion", () => {
  it("names it, its units and what it ejects", async () => {
    const svg = loopFigure(network, simulation, trace, "collector.4");
    await draw(svg);
    const words = wordsOf(svg).join(" ");
    const ejected = 100 * (simulation.lymphangions[3]?.ejectionFraction ?? 0);
    expect(words).toContain("Pressure and diameter of collector.4");
    expect(words).toContain("diameter (mm)");
    expect(words).toContain(`${ejected.toFixed(1)} % of the volume ejected`);
  });

  it("can be drawn for a vessel that does not move", async () => {
    const still = {
      ...trace,
      diameter: trace.diameter.map((d) => d.fill(5e-4)),
      pressure: trace.pressure.map((p) => p.fill(0)),
    };
    const svg = loopFigure(network, simulation, still, "collector.4");
    await draw(svg);
    expect(svg).not.toContain("NaN");
  });
});

describe("the pump curve", () => {
  const point = (rise: number, flow: number, settled: boolean): PumpPoint => ({
    rise,
    flow,
    drift: 0,
    cycles: 5,
    settled,
  });
  const points = [point(0, 3e-10, true), point(2000, 1e-10, true), point(4000, -1e-11, false)];
  const law = { pumpPressure: 3800, resistance: 1.2e13, r2: 0.98, points: 2 };
  const content = {
    title: "A pump",
    settings: ["vessel.lymphangions=3"],
    points,
    law,
    record: runRecord("openlymph/pump-curve@1", {}),
  };

  it("marks stall and points that are not yet periodic", async () => {
    const svg = pumpFigure({ ...content, stall: { kind: "found", rise: 3900, width: 1 } });
    await draw(svg);
    const words = wordsOf(svg);
    expect(words).toContain("stall 29.3 mmHg");
    expect(words).toContain("not yet periodic");
    expect(words).toContain("Changed: vessel.lymphangions=3.");
    expect(words).toContain("mean outflow (mL/h)");
    expect(words).toContain("pressure rise, outlet minus inlet (mmHg)");
  });

  it("says so when no stall was found, and needs no law", () => {
    const words = wordsOf(pumpFigure({ ...content, law: undefined, stall: { kind: "above", rise: 16_000, width: 0 } }));
    expect(words.join(" ")).toContain("does not stall up to 120 mmHg");
    expect(words.join(" ")).not.toContain("linear law");
  });
});

describe("what a figure leaves out", () => {
  it("is never farther from the drawn line than the tolerance", () => {
    const curve = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 300 });
    fc.assert(
      fc.property(curve, fc.integer({ min: 1, max: 40 }), (values, tolerance) => {
        const y = Float64Array.from(values);
        const x = y.map((_, i) => 20 * i);
        const kept = keptPoints(x, y, tolerance);
        expect([kept[0], kept.at(-1)]).toEqual([0, y.length - 1]);
        for (let k = 1; k < kept.length; k++) {
          const [a, b] = [kept[k - 1]!, kept[k]!];
          const slope = (y[b]! - y[a]!) / (x[b]! - x[a]!);
          for (let i = a + 1; i < b; i++) {
            const vertical = Math.abs(y[i]! - y[a]! - slope * (x[i]! - x[a]!));
            expect(vertical / Math.hypot(1, slope)).toBeLessThanOrEqual(tolerance + 1e-9);
          }
        }
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it("is everything but the ends of a straight line, and nothing of a curve that bends everywhere", () => {
    const x = Float64Array.from({ length: 101 }, (_, i) => i);
    expect(
      keptPoints(
        x,
        x.map((v) => 2 * v),
        1e-6,
      ),
    ).toEqual([0, 100]);
    expect(
      keptPoints(
        x,
        x.map((v) => v % 2),
        0.4,
      ),
    ).toHaveLength(101);
    expect(keptPoints(new Float64Array(), new Float64Array(), 1)).toEqual([]);
  });

  it("are lymphangions between the first and the last, or all but the middle one of each vessel", () => {
    const chain = (vessel: string, count: number) =>
      Array.from({ length: count }, (_, j) => ({ id: `${vessel}.${j + 1}`, vessel }));
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
    expect(ids(chosenLymphangions(chain("a", 1)))).toEqual(["a.1"]);
    expect(ids(chosenLymphangions(chain("a", 3)))).toEqual(["a.1", "a.2", "a.3"]);
    expect(ids(chosenLymphangions(chain("a", 1001)))).toEqual(["a.1", "a.251", "a.501", "a.751", "a.1001"]);
    expect(ids(chosenLymphangions([...chain("a", 5), ...chain("b", 2)]))).toEqual(["a.3", "b.1"]);
    const many = Array.from({ length: 50 }, (_, n) => chain(`v${n}`, 3)).flat();
    expect(ids(chosenLymphangions(many))).toEqual(["v0.2", "v12.2", "v25.2", "v37.2", "v49.2"]);
  });
});
