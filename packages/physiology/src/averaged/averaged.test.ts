import { FailureError, hour, mmHg } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bernoulli, bernoulliSlope } from "../elements/filtration.ts";
import { tissuePressure, tissueStiffness } from "../elements/interstitium.ts";
import { concentrationAtOncotic, oncoticPressure, oncoticSlope } from "../elements/oncotic.ts";
import { type BodyCondition, healthyCondition } from "./condition.ts";
import { evaluateFlows, makeFlows } from "./flows.ts";
import { healthyState } from "./healthy-state.ts";
import { integrateBody } from "./integrate.ts";
import { invertHealthyBody } from "./invert.ts";
import { assembleJacobian } from "./jacobian.ts";
import { computeResidual, followPlasma, makeStageSolver } from "./newton.ts";
import { averagedParameters, averagedSettings } from "./parameters.ts";
import { applyBorder, borderColumns, healthyPlasma } from "./plasma.ts";
import { smallBody } from "./small-body.ts";
import { ramp, rampSlope } from "./valved-flow.ts";

const body = invertHealthyBody(smallBody(), averagedParameters());
const day = 24 * hour;
const slopeOf = (f: (x: number) => number, x: number, h: number) => (f(x + h) - f(x - h)) / (2 * h);

describe("constitutive laws", () => {
  it("give Landis and Pappenheimer's plasma pressure, and its inverse", () => {
    expect(oncoticPressure(72) / mmHg).toBeCloseTo(26.77, 2);
    fc.assert(
      fc.property(fc.double({ min: 1, max: 120, noNaN: true }), (c) => {
        expect(concentrationAtOncotic(oncoticPressure(c))).toBeCloseTo(c, 8);
      }),
    );
  });

  it("have the slopes they claim", () => {
    const x = fc.double({ min: 0.3, max: 4, noNaN: true });
    fc.assert(
      fc.property(x, (value) => {
        const p = (v: number) => tissuePressure(v, -mmHg, 0.42 * mmHg);
        expect(tissueStiffness(value, 0.42 * mmHg)).toBeCloseTo(slopeOf(p, value, 1e-5), 2);
        expect(oncoticSlope(20 * value)).toBeCloseTo(slopeOf(oncoticPressure, 20 * value, 1e-4), 4);
        expect(bernoulliSlope(value - 2)).toBeCloseTo(slopeOf(bernoulli, value - 2, 1e-5), 6);
        expect(rampSlope(value - 1, 2)).toBeCloseTo(
          slopeOf((y) => ramp(y, 2), value - 1, 1e-6),
          4,
        );
      }),
    );
    expect(tissuePressure(1, -mmHg, 0.42 * mmHg)).toBe(-mmHg);
    expect(bernoulli(0)).toBe(1);
  });

  it("keep every default inside its own range, with a source", () => {
    for (const { id, value, range, source } of averagedSettings) {
      expect(value, id).toBeGreaterThanOrEqual(range[0]);
      expect(value, id).toBeLessThanOrEqual(range[1]);
      expect(source, id).not.toBe("");
    }
  });
});

describe("the healthy body", () => {
  it("has equal pressures on both sides and falls toward the blood", () => {
    const at = (id: string) => (body.pressure[body.junctionIds.indexOf(id)] ?? Number.NaN) / mmHg;
    expect(at("axillaLeft")).toBe(at("axillaRight"));
    expect(at("duct")).toBeCloseTo(5.3);
    expect(at("axillaLeft")).toBeCloseTo(6.3);
  });

  it("is a fixed point", () => {
    const { states } = integrateBody(body, healthyState(body), { sampleTimes: [7 * day] });
    states[0]?.volume.forEach((v, k) => {
      expect(Math.abs(v / (body.volume[k] ?? 0) - 1)).toBeLessThan(1e-12);
    });
  });

  it("refuses drainage in a circle, and protein no capillary can keep", () => {
    const circle = smallBody();
    const looped = { ...circle, edges: [...circle.edges, { id: "back", from: "duct", to: "axillaLeft", share: 0 }] };
    expect(() => invertHealthyBody(looped, averagedParameters())).toThrow(FailureError);
    const [first, ...rest] = circle.compartments;
    const leaky = { ...circle, compartments: first === undefined ? rest : [{ ...first, protein: 5 }, ...rest] };
    expect(() => invertHealthyBody(leaky, averagedParameters())).toThrow(/armLeft.protein/);
  });
});

const factor = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });
const anyCondition = fc.record({
  left: factor(0.02, 1),
  strength: factor(0.3, 1),
  leak: factor(1, 3),
  rise: factor(0, 6),
  press: factor(0, 20),
  gain: factor(0.5, 3),
  leaky: factor(0, 0.3),
});
type Disturbance = typeof anyCondition extends fc.Arbitrary<infer T> ? T : never;

function disturb(value: Disturbance) {
  return (_time: number, out: BodyCondition): void => {
    out.conductance[0] = value.left;
    out.removed[0] = 1 - value.left;
    out.strength[0] = value.strength;
    out.filtrationFactor[1] = value.leak;
    out.permeabilityFactor[1] = value.leak;
    out.capillaryRise[2] = value.rise * mmHg;
    out.tissueSqueeze[0] = value.press * mmHg;
    out.drainGain[1] = value.gain;
    out.incompetence[0] = value.leaky;
  };
}

describe("any disturbed body", () => {
  it("conserves fluid and protein to rounding, with those of the plasma", () => {
    fc.assert(
      fc.property(anyCondition, factor(0, 1), (value, plasmaFeedback) => {
        const body = invertHealthyBody(smallBody(), averagedParameters({ plasmaFeedback }));
        const start = healthyState(body);
        const { balance, states } = integrateBody(body, start, { sampleTimes: [5 * day], condition: disturb(value) });
        expect(balance.fluidError).toBeLessThan(1e-11);
        expect(balance.proteinError).toBeLessThan(1e-11);
        const [end] = states;
        if (end === undefined) throw new Error("no state");
        const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
        const fluid = sum(end.volume) - sum(start.volume) + end.plasmaVolume - start.plasmaVolume;
        const protein = sum(end.proteinMass) - sum(start.proteinMass) + end.plasmaProtein - start.plasmaProtein;
        expect(Math.abs(fluid - balance.fluidRegulated) / balance.fluidIn).toBeLessThan(1e-11);
        expect(Math.abs(protein - balance.proteinRegulated) / balance.proteinIn).toBeLessThan(1e-11);
      }),
      { numRuns: 25, seed: 20261122 },
    );
  });

  it("has the derivatives that Newton's method is told", () => {
    fc.assert(
      fc.property(anyCondition, factor(0.8, 2), factor(-3, 20), (value, x, lift) => {
        const condition = healthyCondition(body);
        disturb(value)(0, condition);
        const volume = body.volume.map((v) => v * x);
        const mass = body.volume.map((v, k) => v * (body.protein[k] ?? 0) * 1.1);
        const pressure = body.pressure.map((p, n) => (body.isOutlet[n] ? p : p + lift * mmHg));
        const at = makeFlows(body);
        evaluateFlows(body, condition, volume, mass, pressure, at);
        const perturbed = (array: Float64Array, index: number, by: number) => {
          const flows = makeFlows(body);
          const kept = array[index] ?? 0;
          array[index] = kept + by;
          evaluateFlows(body, condition, volume, mass, pressure, flows);
          array[index] = kept;
          return flows;
        };
        const close = (claimed: number, up: number, down: number, h: number) => {
          const measured = (up - down) / (2 * h);
          expect(Math.abs(claimed - measured)).toBeLessThan(1e-4 * Math.abs(measured) + 1e-22);
        };
        const hv = 1e-6 * (volume[0] ?? 0);
        const [up, down] = [perturbed(volume, 0, hv), perturbed(volume, 0, -hv)];
        close(at.filtrationByV[0] ?? 0, up.filtration[0] ?? 0, down.filtration[0] ?? 0, hv);
        close(at.proteinByV[0] ?? 0, up.proteinFiltration[0] ?? 0, down.proteinFiltration[0] ?? 0, hv);
        close(at.drainByV[0] ?? 0, up.drain[0] ?? 0, down.drain[0] ?? 0, hv);
        close(at.linkByVa[0] ?? 0, up.link[0] ?? 0, down.link[0] ?? 0, hv);
        const hm = 1e-6 * (mass[0] ?? 0);
        const [mUp, mDown] = [perturbed(mass, 0, hm), perturbed(mass, 0, -hm)];
        close(at.filtrationByM[0] ?? 0, mUp.filtration[0] ?? 0, mDown.filtration[0] ?? 0, hm);
        close(at.proteinByM[0] ?? 0, mUp.proteinFiltration[0] ?? 0, mDown.proteinFiltration[0] ?? 0, hm);
        const hp = 1e-3;
        const [pUp, pDown] = [perturbed(pressure, 0, hp), perturbed(pressure, 0, -hp)];
        close(at.drainByP[0] ?? 0, pUp.drain[0] ?? 0, pDown.drain[0] ?? 0, hp);
        close(at.edgeByP[0] ?? 0, pUp.edge[0] ?? 0, pDown.edge[0] ?? 0, hp);
        close(at.anastomosisByP[0] ?? 0, pUp.anastomosis[0] ?? 0, pDown.anastomosis[0] ?? 0, hp);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe("the Jacobian of a stage", () => {
  // What links carry of protein is left out of it: it is exact where they carry none, being closed or carrying water alone.
  it.each([
    { plasma: "held", share: 0, links: "closed", protein: 1 },
    { plasma: "felt", share: 0.7, links: "closed", protein: 1 },
    { plasma: "held", share: 0, links: "open for water", protein: 0 },
  ])(
    "is the slope of the residual in every unknown, with the plasma $plasma and links $links",
    ({ share, links, protein }) => {
      const body = invertHealthyBody(smallBody(), averagedParameters({ plasmaFeedback: share }));
      fc.assert(
        fc.property(anyCondition, factor(0.9, 1.6), factor(60, 1e6), (value, x, step) => {
          const solver = makeStageSolver(body, 1e-6);
          const condition = healthyCondition(body);
          disturb(value)(0, condition);
          if (links === "closed") condition.tissue.fill(0);
          const absorbed = body.absorbed.slice();
          const base = { volume: body.volume, mass: solver.scales.restMass, plasma: healthyPlasma(body) };
          solver.flows.remodelled.scarring.fill(0.5);
          const at = {
            plasma: healthyPlasma(body),
            volume: body.volume.map((v, k) => v * (x + 0.1 * k)),
            mass: body.volume.map((v, k) => v * (body.protein[k] ?? 0) * 1.1 * protein),
            pressure: body.pressure.map((p, n) => (body.isOutlet[n] ? p : p + (2 + 1.7 * n) * mmHg)),
          };
          const residualAt = (unknowns: typeof at): Float64Array => {
            followPlasma(solver, unknowns, base, step);
            evaluateFlows(body, condition, unknowns.volume, unknowns.mass, unknowns.pressure, solver.flows);
            computeResidual(solver, unknowns, base, step, absorbed);
            return solver.residual.slice();
          };
          const size = solver.jacobian.lu.size;
          const moved = (direction: Float64Array, by: number): typeof at => ({
            plasma: at.plasma,
            volume: at.volume.map((v, k) => v + by * (direction[2 * k] ?? 0) * (body.volume[k] ?? 0)),
            mass: at.mass.map((m, k) => m + by * (direction[2 * k + 1] ?? 0) * (solver.scales.restMass[k] ?? 0)),
            pressure: at.pressure.map((p, n) =>
              body.isOutlet[n] ? p : p + by * (direction[2 * body.compartmentCount + n] ?? 0) * mmHg,
            ),
          });
          residualAt(at);
          assembleJacobian(body, solver.jacobian, solver.flows, at.volume, solver.scales, step, absorbed);
          const isMass = (n: number) => n < 2 * body.compartmentCount && n % 2 === 1;
          const direction = Float64Array.from(
            { length: size },
            (_, n) => (isMass(n) ? protein : 1) * Math.sin(3 * n + 1),
          );
          const h = 1e-6;
          const up = residualAt(moved(direction, h));
          const down = residualAt(moved(direction, -h));
          const slope = up.map((r, n) => (r - (down[n] ?? 0)) / (2 * h));
          expect(solver.jacobian.lu.factorise()).toBe(true);
          residualAt(at);
          followPlasma(solver, at, base, step);
          borderColumns(body, solver.jacobian.lu, solver.flows, at.plasma, solver.scales, step, solver.border);
          solver.jacobian.lu.solve(slope);
          applyBorder(body, solver.scales, solver.border, slope);
          slope.forEach((claimed, n) => {
            expect(claimed).toBeCloseTo(direction[n] ?? 0, 4);
          });
        }),
        { numRuns: 40, seed: 11 },
      );
    },
  );
});

describe("integrateBody", () => {
  it("converges with second order where no node lags behind", () => {
    const spec = smallBody();
    const junctions = spec.junctions.map((j) => (j.kind === "group" ? { ...j, kind: "conduit" as const } : j));
    const dry = invertHealthyBody({ ...spec, junctions }, averagedParameters());
    const condition = (_t: number, out: BodyCondition) => {
      out.capillaryRise[0] = 3 * mmHg;
    };
    const volumeAfter = (step: number) => {
      const start = { ...healthyState(dry), nextStep: step };
      const options = { sampleTimes: [2 * hour], condition, tolerance: 1e9, longestStep: step };
      return integrateBody(dry, start, options).states[0]?.volume[0] ?? 0;
    };
    const exact = volumeAfter(2);
    const errors = [1200, 600, 300].map((step) => Math.abs(volumeAfter(step) - exact));
    const slopes = [Math.log2((errors[0] ?? 0) / (errors[1] ?? 1)), Math.log2((errors[1] ?? 0) / (errors[2] ?? 1))];
    for (const slope of slopes) expect(Math.abs(slope - 2)).toBeLessThan(0.2);
  });

  it("gives the same whether it is run in one go or stopped and restarted", () => {
    const condition = disturb({ left: 0.2, strength: 0.7, leak: 1.5, rise: 1, press: 0, gain: 1, leaky: 0.1 });
    const whole = integrateBody(body, healthyState(body), { sampleTimes: [day, 2 * day], condition });
    const half = integrateBody(body, healthyState(body), { sampleTimes: [day], condition });
    const middle = half.states[0];
    if (middle === undefined) throw new Error("no state");
    const rest = integrateBody(body, middle, { sampleTimes: [2 * day], condition });
    expect(rest.states[0]?.volume).toEqual(whole.states[1]?.volume);
    expect(rest.states[0]?.pressure).toEqual(whole.states[1]?.pressure);
    expect(half.states[0]?.volume).toEqual(whole.states[0]?.volume);
  });

  it("gives the same bytes for the same input", () => {
    const run = () =>
      integrateBody(body, healthyState(body), {
        sampleTimes: [day],
        condition: disturb({ left: 0.1, strength: 0.5, leak: 2, rise: 3, press: 10, gain: 2, leaky: 0 }),
      });
    expect(run()).toEqual(run());
  });

  it("stops when it is cancelled", () => {
    const controller = new AbortController();
    controller.abort();
    const options = { sampleTimes: [day], context: { signal: controller.signal } };
    expect(() => integrateBody(body, healthyState(body), options)).toThrow(FailureError);
  });
});
