import { describe, expect, it } from "vitest";
import { foldRecord, type Placed } from "../fold/record.ts";
import { author, bodyOf, device, session, uuid, writer } from "../testing/happenings.ts";
import { type HeardDevice, quietDays, worklist, worseBy } from "./worklist.ts";

const written = Date.parse("2026-11-26T21:00:00+01:00");
const day = 86_400_000;
const recordOf = (...operations: Placed["operation"][]) =>
  foldRecord(operations.map((operation, n) => ({ operation, arrival: n + 1 })));
const phone = (more: Partial<HeardDevice> = {}): HeardDevice => ({ device, joined: written, refused: 0, ...more });
const rulesOf = (record: ReturnType<typeof recordOf>, devices: readonly HeardDevice[] = [], now = written) =>
  worklist(record, devices, now).map(({ rule }) => rule);

/** Six sessions of which the last was rated as given, those before with pain 1 and heaviness 4. */
function ratedSessions(last: { readonly pain: number; readonly heaviness: number }) {
  const pen = writer();
  return Array.from({ length: 6 }, (_, n) => {
    const own = uuid(n + 1, 3);
    const rating = n === 5 ? last : { pain: 1, heaviness: 4 };
    return [
      pen.write("session/begun", { ...bodyOf["session/begun"], session: own }),
      pen.write("session/rated", { session: own, tightness: 10, ...rating }),
    ];
  }).flat();
}

describe("a check that locked", () => {
  const pen = writer();
  const locked = pen.write("check/answered", {
    ...bodyOf["check/answered"],
    action: "STOP_SAME_DAY",
    reasons: ["fever", "cellulitis"],
    locks: true,
  });

  it("comes up with what set it off, and is not handled away", () => {
    const id = `check-locked:${locked.id}`;
    const handled = pen.write("alert/handled", { by: author, item: id, outcome: "seen" });
    expect(worklist(recordOf(locked, handled), [], written)).toEqual([
      {
        id,
        rule: "check-locked",
        urgency: "now",
        facts: { action: "STOP_SAME_DAY", reasons: "fever, cellulitis" },
        since: written,
      },
    ]);
  });

  it("is taken off by its own clearance alone; a check that found nothing never comes up", () => {
    const other = pen.write("check/cleared", { check: uuid(99), who: "Dr. Example" });
    expect(rulesOf(recordOf(locked, other))).toEqual(["check-locked"]);
    const cleared = pen.write("check/cleared", { check: locked.id, who: "Dr. Example" });
    expect(rulesOf(recordOf(locked, cleared))).toEqual([]);
    expect(rulesOf(recordOf(writer().write("check/answered")))).toEqual([]);
  });
});

describe("a session", () => {
  it("that was ended unwell comes up with the person's words until it is handled", () => {
    const pen = writer();
    const unwell = [
      pen.write("session/begun"),
      pen.write("session/ended", { session, how: "unwell", at: 60, strokes: 3, why: "dizzy" }),
    ];
    expect(worklist(recordOf(...unwell), [], written)).toMatchObject([
      { id: `unwell:${session}`, rule: "unwell", urgency: "now", facts: { why: "dizzy" } },
    ]);
    const handled = pen.write("alert/handled", { by: author, item: `unwell:${session}`, outcome: "called" });
    expect(rulesOf(recordOf(...unwell, handled))).toEqual([]);
    expect(rulesOf(recordOf(pen.write("session/begun"), pen.write("session/ended")))).toEqual([]);
  });

  it(`rated ${worseBy} above the usual comes up once for each symptom that is, tightness never`, () => {
    const worse = ratedSessions({ pain: 1 + worseBy, heaviness: 4 + worseBy });
    expect(worklist(recordOf(...worse), [], written).map(({ facts }) => facts)).toEqual([
      { symptom: "pain", value: 1 + worseBy, usual: 1 },
      { symptom: "heaviness", value: 4 + worseBy, usual: 4 },
    ]);
    expect(rulesOf(recordOf(...ratedSessions({ pain: worseBy, heaviness: 3 + worseBy })))).toEqual([]);
    // Fewer than five before it have no usual.
    expect(rulesOf(recordOf(...worse.slice(2)))).toEqual([]);
  });
});

describe("a phone", () => {
  it("comes up with what is wrong with it, anew when it gets worse", () => {
    const record = recordOf();
    expect(rulesOf(record, [phone({ revoked: written })])).toEqual([]);
    const [gap] = worklist(record, [phone({ trouble: "gap", revoked: written })], written);
    expect(gap).toMatchObject({ rule: "device", facts: { trouble: "gap", refused: 0 } });
    const [more] = worklist(record, [phone({ trouble: "gap", refused: 2, revoked: written })], written);
    expect(more?.id).not.toBe(gap?.id);
  });

  it("that joined needs a released plan; one that was withdrawn is none, one of its own file is none", () => {
    const pen = writer();
    expect(rulesOf(recordOf(), [phone()])).toEqual(["no-plan"]);
    expect(rulesOf(recordOf(pen.write("plan/kept")), [phone()])).toEqual(["no-plan"]);
    const released = pen.write("plan/released");
    expect(rulesOf(recordOf(released), [phone()])).toEqual([]);
    expect(rulesOf(recordOf(released, pen.write("plan/withdrawn")), [phone()])).toEqual(["no-plan"]);
    expect(rulesOf(recordOf(), [phone({ revoked: written })])).toEqual([]);
  });

  it(`with a plan is quiet after ${quietDays} whole days without a session, counted anew from the last one`, () => {
    const pen = writer();
    const released = pen.write("plan/released");
    const at = (days: number) => rulesOf(recordOf(released), [phone()], written + days * day);
    expect(at(quietDays - 0.001)).toEqual([]);
    expect(at(quietDays)).toEqual(["quiet"]);
    expect(rulesOf(recordOf(released), [], written + 30 * day)).toEqual([]);
    const [quiet] = worklist(recordOf(released), [phone()], written + 9.5 * day);
    expect(quiet).toMatchObject({ facts: { days: 9 }, since: written + quietDays * day });
  });
});

describe("what only waits", () => {
  it("is a person nobody screened, and a version newer than the one released", () => {
    const pen = writer();
    const described = pen.write("person/described");
    expect(rulesOf(recordOf(described))).toEqual(["no-screening"]);
    expect(rulesOf(recordOf(described, pen.write("screening/kept")))).toEqual([]);
    const drafted = pen.write("plan/drafted");
    expect(worklist(recordOf(drafted), [], written)).toMatchObject([
      { rule: "unreleased", urgency: "look", facts: { title: "Arm", by: author.name } },
    ]);
    expect(rulesOf(recordOf(drafted, pen.write("plan/released")))).toEqual([]);
  });
});

it("the most urgent comes first, and of these the oldest; the order of the operations does not matter", () => {
  const pen = writer();
  const operations = [
    pen.write("person/described"),
    pen.write("plan/drafted"),
    pen.write("session/begun"),
    pen.write("session/ended", { session, how: "unwell", at: 60, strokes: 3 }),
  ];
  const devices = [
    phone({ joined: written - day }),
    phone({ device: uuid(2, 2), trouble: "fork", lastHeard: written }),
  ];
  const placed = operations.map((operation, n) => ({ operation, arrival: n + 1 }));
  const found = worklist(foldRecord(placed), devices, written);
  expect(found.map(({ rule }) => rule)).toEqual(["unwell", "no-plan", "device", "unreleased", "no-screening"]);
  expect(worklist(foldRecord(placed.toReversed()), devices, written)).toEqual(found);
});
