import { mLPerHour, mmHg, unwrap } from "@openlymph/base";
import { collectorFlow, heldOut, pumpTableAxes } from "@openlymph/physiology";
import { describe, expect, it } from "vitest";
import { allPoints, pumpTableFile, pumpTableText } from "./tabulate-file.ts";
import { openTabulatePool } from "./tabulate-pool.ts";

describe("the data file of the pump law", () => {
  /** A flow by which every point can be told: filling, then strength, then afterload over strength, in mL/h. */
  const told = (filling: number, strength: number, scaled: number) => filling + strength / 100 + scaled / 1e5;
  const rows = allPoints.map(({ filling, strength, afterload }, index) => ({
    index,
    point: [],
    outputs: [told(filling / mmHg, strength, afterload / strength / mmHg) * mLPerHour, index === 7 ? 0.02 : 1e-5],
  }));
  const file = pumpTableFile(rows);

  it("has every flow at its filling, strength and afterload", () => {
    pumpTableAxes.fillingMmHg.forEach((filling, f) => {
      pumpTableAxes.strength.forEach((strength, s) => {
        pumpTableAxes.afterloadOverStrengthMmHg.forEach((scaled, u) => {
          expect(file.flowMLPerHour[f]![s]![u]).toBeCloseTo(told(filling, strength, scaled), 5);
        });
      });
    });
    expect(file.heldOut).toHaveLength(heldOut.count + heldOut.curves.length * heldOut.afterloadMmHg.length);
  });

  it("names the points that did not become periodic", () => {
    expect(file.unsettled).toHaveLength(1);
    expect(file.unsettled[0]).toMatchObject({ fillingMmHg: -4, strength: 0.1, drift: 0.02 });
  });

  it("is JSON that reads back the same", () => {
    expect(JSON.parse(pumpTableText(file))).toEqual(file);
  });
});

describe("the threads of npm run tabulate", () => {
  it("compute what the library computes, as many at a time as there are", async () => {
    const pool = openTabulatePool(2);
    const point = { filling: 2 * mmHg, strength: 1, afterload: 5 * mmHg };
    const other = { ...point, afterload: 10 * mmHg };
    try {
      const found = await Promise.all(
        [point, other].map(({ filling, strength, afterload }) => pool.run([filling, strength, afterload])),
      );
      expect(found.map((result) => unwrap(result)[0])).toEqual(
        [point, other].map((place) => unwrap(collectorFlow(place)).flow),
      );
    } finally {
      await pool.close();
    }
  });
});
