import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pushed, redone, replaced, shownOf, trailOf, undone } from "./trail.ts";

describe("a trail", () => {
  it("goes back and forth, and forgets what was taken back once something new comes", () => {
    const trail = pushed(pushed(trailOf("a"), "b"), "c");
    const back = undone(trail)!;
    expect(shownOf(back)).toBe("b");
    expect(shownOf(redone(back)!)).toBe("c");
    const other = pushed(back, "d");
    expect(other.entries).toEqual(["a", "b", "d"]);
    expect(redone(other)).toBeUndefined();
    expect(shownOf(replaced(back, "e"))).toBe("e");
    expect(undone(trailOf("a"))).toBeUndefined();
  });

  it("comes back to where it was after as many steps forth as back", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 150 }), fc.nat(200), (states, steps) => {
        const trail = states.reduce(pushed<number>, trailOf(0));
        let now = trail;
        let gone = 0;
        for (let n = 0; n < steps; n++) {
          const back = undone(now);
          if (back === undefined) break;
          now = back;
          gone++;
        }
        for (let n = 0; n < gone; n++) now = redone(now)!;
        expect(now).toEqual(trail);
        expect(trail.entries.length).toBeLessThanOrEqual(100);
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});
