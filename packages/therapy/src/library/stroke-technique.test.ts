import { unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import techniquesJson from "../../data/stroke-techniques.json" with { type: "json" };
import { strokeById, strokes } from "./stroke.ts";
import { meanPressureShare, strokeMotion, strokeTiming } from "./stroke-motion.ts";
import { pressureDebate, strokeSources } from "./stroke-sources.ts";
import {
  handWidth,
  oneHandAlone,
  strokeNamed,
  strokeTechniqueLibrarySchema,
  strokeTechniques,
  strokeUse,
  techniqueOf,
} from "./stroke-technique.ts";

const anyStroke = fc.constantFrom(...strokes);
const seed = { seed: 20261126, numRuns: 300 };

describe("techniques", () => {
  it("meet their schema, which refuses times that do not rise and unknown fields", () => {
    expect(strokeTechniqueLibrarySchema.safeParse(techniquesJson).error?.issues ?? []).toEqual([]);
    const broken = structuredClone(techniquesJson) as { techniques: { path: { points: number[][] } }[] };
    broken.techniques[0]!.path.points[1]![0] = 0.9;
    expect(strokeTechniqueLibrarySchema.safeParse(broken).success).toBe(false);
    expect(strokeTechniqueLibrarySchema.safeParse({ ...techniquesJson, extra: 1 }).success).toBe(false);
  });

  it("are there for every stroke and for nothing else, as drafts", () => {
    expect(strokeTechniques.map(({ id }) => id)).toEqual(strokes.map(({ id }) => id));
    for (const { reviewStatus } of strokeTechniques) expect(reviewStatus).toBe("draft");
  });

  it("have a pressure profile exactly where the stroke has a pressure, and warn whoever may not do it alone", () => {
    for (const stroke of strokes) {
      const { pressure, avoid, hands } = techniqueOf(stroke);
      expect(pressure === null, stroke.id).toBe(stroke.pressure_mmHg === null);
      expect(hands.least).toBeLessThanOrEqual(hands.most);
      const warned = avoid.some((words) => words.includes("for therapists"));
      expect(warned, stroke.id).toBe(strokeUse(stroke) === "therapist-only");
    }
  });

  it("move the skin no farther than they say it is stretched", () => {
    for (const stroke of strokes) {
      const { stretch } = techniqueOf(stroke);
      if (stretch === null) continue;
      for (let step = 0; step < 40; step++) {
        const { along, across } = strokeMotion(stroke, step / 40);
        expect(Math.hypot(along, across) * handWidth.mm, stroke.id).toBeLessThanOrEqual(stretch.mm[1]);
      }
    }
  });

  it("say which strokes one hand can do at home", () => {
    const alone = strokes.filter(oneHandAlone).map(({ id }) => id);
    expect(alone).toContain("sld_simple_stretch");
    expect(alone).not.toContain("foldi_oedema");
    expect(alone).not.toContain("vodder_rotary");
  });
});

describe("strokeTiming", () => {
  it("is that of the stroke; a hand that hands over works half of its time", () => {
    expect(strokeTiming(unwrap(strokeById("foldi_oedema")))).toMatchObject({ work: [3, 10], rest: [2, 2], cycle: 8.5 });
    expect(strokeTiming(unwrap(strokeById("fg_flush")))).toMatchObject({ rest: [0, 0], cycle: 12, workingShare: 0.5 });
  });
});

describe("strokeMotion", () => {
  it("presses nothing in the resting phase", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyStroke, share, (stroke, rest) => {
        const { workingShare } = strokeTiming(stroke);
        expect(strokeMotion(stroke, workingShare + rest * (1 - workingShare)).pressure).toBeLessThan(1e-12);
      }),
      seed,
    );
  });

  it("is continuous and closes after every stroke, also far from the beginning", () => {
    const phase = fc.double({ min: -3, max: 3, noNaN: true });
    const near = 1e-4;
    fc.assert(
      fc.property(anyStroke, phase, (stroke, at) => {
        const [now, soon, later] = [at, at + near, at + 1].map((moment) => strokeMotion(stroke, moment));
        for (const key of ["along", "across", "pressure", "lift", "rise"] as const) {
          expect(Math.abs(soon![key] - now![key])).toBeLessThan(20 * near);
          expect(later![key]).toBeCloseTo(now![key], 6);
        }
      }),
      seed,
    );
  });

  it("ends its work nearer to the exit than it began, for every stroke that pushes there", () => {
    for (const stroke of strokes) {
      const end = strokeMotion(stroke, strokeTiming(stroke).workingShare).along;
      if (techniqueOf(stroke).pushes) expect(end, stroke.id).toBeGreaterThan(0.1);
      else expect(end, stroke.id).toBeCloseTo(0);
    }
  });

  it("presses with 0 to 1 of the peak and reaches it, and lifts only where the technique lifts off", () => {
    for (const stroke of strokes) {
      const moments = Array.from({ length: 200 }, (_, n) => strokeMotion(stroke, n / 200));
      const most = Math.max(...moments.map(({ pressure }) => pressure));
      expect(most, stroke.id).toBeCloseTo(stroke.pressure_mmHg === null ? 0 : 1, 2);
      expect(Math.min(...moments.map(({ pressure }) => pressure))).toBeGreaterThanOrEqual(0);
      const lifts = moments.some(({ lift }) => lift > 0.5);
      expect(lifts, stroke.id).toBe(techniqueOf(stroke).release === "lifts_off");
    }
  });

  it("lets the belly rise in breathing alone", () => {
    const breath = unwrap(strokeById("breath_diaphragm"));
    expect(strokeMotion(breath, 0.5).rise).toBeCloseTo(1);
    expect(strokeMotion(breath, 0).rise).toBe(0);
    expect(strokeMotion(unwrap(strokeById("vodder_pump")), 0.4).rise).toBe(0);
  });
});

describe("meanPressureShare", () => {
  it("is the area under the profile over the whole stroke", () => {
    // Working half: 0.35 rising, 0.45 held, 0.2 falling: (0.175 + 0.45 + 0.1) / 2.
    expect(meanPressureShare(unwrap(strokeById("vodder_stationary_circle")))).toBeCloseTo(0.3625, 10);
    expect(meanPressureShare(unwrap(strokeById("breath_diaphragm")))).toBe(0);
  });

  it("is what the motion has on average", () => {
    for (const stroke of strokes) {
      const moments = Array.from({ length: 2000 }, (_, n) => strokeMotion(stroke, (n + 0.5) / 2000).pressure);
      expect(moments.reduce((sum, one) => sum + one, 0) / 2000).toBeCloseTo(meanPressureShare(stroke), 3);
    }
  });
});

describe("names and sources", () => {
  it("finds a stroke by id or name and suggests the closest", () => {
    expect(unwrap(strokeNamed("Pump")).id).toBe("vodder_pump");
    expect(unwrap(strokeNamed("scoop")).id).toBe("vodder_scoop");
    expect(strokeNamed("statonary circle")).toMatchObject({ hint: "Did you mean stationary circle?" });
  });

  it("names the sources of a stroke with their address, and both sides of the argument about pressure", () => {
    expect(strokeSources(unwrap(strokeById("vodder_scoop"))).join(" ")).toContain("coggle.it");
    expect(pressureDebate.measured).toEqual([60, 120]);
    expect(pressureDebate.sources.join(" ")).toContain("Olszewski");
  });
});
