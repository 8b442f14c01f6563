import { describe, expect, it } from "vitest";
import {
  judge,
  type Published,
  type PublishedNumber,
  publishedCentre,
  resultVerdict,
  verdictComplaint,
  wilsonInterval,
} from "./result.ts";

const modi: Published = { kind: "mean ± sd", value: 39, spread: 14, unit: "mmHg" };
const leg: Published = { kind: "range", low: 12, high: 70, unit: "mmHg" };
const number = (published: Published, verdict: PublishedNumber["verdict"]): PublishedNumber => ({
  quantity: "pump pressure",
  condition: "arm",
  published,
  verdict,
  why: "because",
});

describe("judge", () => {
  it.each<[string, Published, number, string]>([
    ["a standard deviation is inside at its end", modi, 53, "reproduced"],
    ["and outside beyond it", modi, 53.1, "partly"],
    ["down to half", modi, 19.5, "partly"],
    ["and no further", modi, 19.4, "not yet"],
    ["up to double", modi, 78, "partly"],
    ["and no further", modi, 78.1, "not yet"],
    ["a range ends where it ends", leg, 12, "reproduced"],
    ["half of its lower end is partly", leg, 6, "partly"],
    ["less is nothing", leg, 5.9, "not yet"],
    ["double its upper end is partly", leg, 140, "partly"],
    ["a number without spread is given a fifth", { kind: "value", value: 10, unit: "" }, 11.9, "reproduced"],
    ["and no more", { kind: "median", value: 10, unit: "" }, 12.1, "partly"],
    ["a negative change is judged the same way", { kind: "value", value: -0.2, unit: "" }, -0.24, "reproduced"],
    ["and of the wrong sign is nothing", { kind: "value", value: -0.2, unit: "" }, 0.2, "not yet"],
    ["at most is one side", { kind: "at most", value: 30, unit: "mmHg" }, -5, "reproduced"],
    ["with a factor of two beyond", { kind: "at most", value: 30, unit: "mmHg" }, 60, "partly"],
    ["at least is the other", { kind: "at least", value: 30, unit: "mmHg" }, 29, "partly"],
    ["a share is inside its Wilson interval", { kind: "share", count: 100, of: 465, unit: "" }, 0.25, "reproduced"],
    ["and partly outside", { kind: "share", count: 100, of: 465, unit: "" }, 0.26, "partly"],
    ["a sign is right", { kind: "sign", sign: -1, says: "falls", unit: "" }, -1e-9, "reproduced"],
    ["or wrong; nothing is neither", { kind: "sign", sign: -1, says: "falls", unit: "" }, 0, "not yet"],
    ["what is not a number is nothing", modi, Number.NaN, "not yet"],
  ])("%s", (_, published, ours, verdict) => {
    expect(judge(published, ours)).toBe(verdict);
  });

  it("has nothing to say where the model cannot be asked", () => {
    expect(judge(modi, undefined)).toBe("not yet");
  });
});

describe("verdictComplaint", () => {
  it("is silent when the verdict still holds", () => {
    expect(verdictComplaint(number(modi, "reproduced"), 40)).toBeUndefined();
    expect(verdictComplaint(number(modi, "partly"), 70)).toBeUndefined();
    expect(verdictComplaint(number(modi, "not yet"), undefined)).toBeUndefined();
  });

  it("complains when it became worse, and when it became better", () => {
    expect(verdictComplaint(number(modi, "reproduced"), 70)).toMatch(/^worse than recorded: partly, not reproduced/);
    expect(verdictComplaint(number(modi, "partly"), undefined)).toMatch(/^worse/);
    expect(verdictComplaint(number(modi, "not yet"), 40)).toMatch(/^better than recorded: reproduced, not not yet/);
  });

  it("sees an input that does not arrive", () => {
    expect(verdictComplaint(number(modi, "by construction"), 39)).toBeUndefined();
    expect(verdictComplaint(number(modi, "by construction"), undefined)).toBeUndefined();
    expect(verdictComplaint(number(modi, "by construction"), 70)).toMatch(/does not arrive/);
  });
});

describe("resultVerdict", () => {
  it("is that of the weakest number that counts", () => {
    const verdicts = (...list: PublishedNumber["verdict"][]) => resultVerdict(list.map((each) => number(modi, each)));
    expect(verdicts("reproduced", "by construction", "partly")).toBe("partly");
    expect(verdicts("reproduced", "not yet", "partly")).toBe("not yet");
    expect(verdicts("by construction", "by construction")).toBe("by construction");
  });
});

it("a Wilson interval is the known one", () => {
  // 10 of 40: 0.1419 to 0.4019 (by hand: (10 + 1.9207)/(40 + 3.8415) ± 1.96/43.8415 √(40·¼·¾ + 0.9604)).
  const [low, high] = wilsonInterval(10, 40);
  expect(low).toBeCloseTo(0.1419, 4);
  expect(high).toBeCloseTo(0.4019, 4);
});

it("a range is compared with its middle, a sign with nothing", () => {
  expect(publishedCentre(leg)).toBe(41);
  expect(publishedCentre({ kind: "sign", sign: 1, says: "rises", unit: "" })).toBeUndefined();
});
