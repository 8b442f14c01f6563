import { describe, expect, it } from "vitest";
import { healthy, infection } from "../testing/examples.ts";
import { openlymph, shapeOf } from "../testing/run-cli.ts";

describe("openlymph body nodes", () => {
  const first = openlymph("body", "nodes", infection, "--json");

  it("gives sizes against their threshold and the books of the bacteria, with units", () => {
    expect(first.code).toBe(0);
    const report = JSON.parse(first.out);
    const lateral = report.nodes.find(({ node }: { node: string }) => node === "AXLAT_L");
    expect(lateral.largest.value).toBeGreaterThan(lateral.swollenFrom.value);
    expect(lateral.largest.unit).toBe("mm");
    expect(lateral.normalAgainAt.value).toBeGreaterThan(lateral.swollenAt.value);
    const { entered, born, killed, carriedOn, there } = report.bacteria;
    const rest = entered.value + born.value - killed.value - carriedOn.value - there.value;
    expect(Math.abs(rest) / (entered.value + born.value)).toBeLessThan(1e-9);
    expect(shapeOf(report)).toMatchSnapshot();
  });

  it("says what is assumed, and what it cannot tell", () => {
    const { out } = openlymph("body", "nodes", infection);
    expect(out).toContain("TEACHING MODEL");
    expect(out).toContain("Node groups that grew");
    expect(out).toContain("is assumed throughout");
    expect(openlymph("body", "nodes", healthy, "--for", "2d").out).toContain("No node group grows");
  });

  it("refuses a time that cannot be", () => {
    const { code, err } = openlymph("body", "nodes", healthy, "--for", "0 d");
    expect(code).not.toBe(0);
    expect(err.trim()).toMatch(/--for/);
  });
});
