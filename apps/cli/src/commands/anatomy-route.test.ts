import { anatomy, routeToVenousAngle } from "@openlymph/anatomy";
import { unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { armHistory } from "../testing/examples.ts";
import { openlymph, shapeOf } from "../testing/run-cli.ts";

interface RouteJson {
  readonly ways: readonly { readonly share: { readonly value: number }; readonly hops: readonly { to: string }[] }[];
  readonly closed: Readonly<Record<string, { readonly value: number }>>;
}

function routeOf(...args: readonly string[]): RouteJson {
  return JSON.parse(openlymph("anatomy", "route", ...args, "--json").out) as RouteJson;
}

function shareThrough(route: RouteJson, node: string): number {
  return route.ways
    .filter(({ hops }) => hops.some(({ to }) => to === node))
    .reduce((sum, { share }) => sum + share.value, 0);
}

describe("openlymph anatomy route", () => {
  const healthy = routeOf("forearmVolar_L");
  const operated = routeOf("forearmVolar_L", "--history", armHistory);

  it("gives the ways of the library; their shares make 100 %", () => {
    const route = unwrap(routeToVenousAngle("forearmVolar_L"));
    expect(healthy.ways).toHaveLength(route.all.length);
    expect(healthy.ways[0]?.share.value).toBeCloseTo(100 * route.main.share, 9);
    for (const { ways } of [healthy, operated]) {
      expect(ways.reduce((sum, { share }) => sum + share.value, 0)).toBeCloseTo(100, 9);
    }
  });

  it("sends the lymph past what a history closed", () => {
    expect(operated.closed["AXCEN_L"]?.value).toBeCloseTo(1, 6);
    expect(shareThrough(operated, "AXCEN_L")).toBeLessThan(0.1 * shareThrough(healthy, "AXCEN_L"));
    expect(openlymph("anatomy", "route", "forearmVolar_L", "--history", armHistory).out).toContain("in health (%)");
  });

  it("keeps the shape of its JSON", () => {
    const { through: _, closed: __, ...rest } = operated as RouteJson & { through: unknown };
    expect(shapeOf(rest)).toMatchSnapshot();
  });

  it("answers a misspelt territory with the closest one", () => {
    const { code, err } = openlymph("anatomy", "route", "forearmVola_L");
    expect(code).toBe(2);
    expect(err).toContain("Did you mean forearmVolar_L?");
  });
});

describe("openlymph anatomy list", () => {
  it("lists every record with its id", () => {
    for (const [what, records] of [
      ["territories", anatomy.territories],
      ["nodes", anatomy.nodeGroups],
      ["procedures", anatomy.procedures],
    ] as const) {
      const { out } = openlymph("anatomy", "list", what);
      for (const { id } of records) expect(out).toMatch(new RegExp(`^${id} `, "m"));
    }
    expect(shapeOf(JSON.parse(openlymph("anatomy", "list", "territories", "--json").out))).toMatchSnapshot();
  });
});
