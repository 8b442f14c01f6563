/** An emergency is lifted by nobody, whatever a page says: the server reads the screening itself. */
import type { Kind } from "@openlymph/record";
import { clinicAddresses as at } from "@openlymph/record/clinic";
import { contraindications, screeningOf, serializeScreening } from "@openlymph/therapy";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPerson, newPlace, openServer, type Staff, setUp, storeKinds, type TestServer, to } from "./open-server.ts";

const no = Object.fromEntries(contraindications.map(({ id }) => [id, "no" as const]));
const emergencies = contraindications.filter(({ action }) => action === "EMERGENCY").map(({ id }) => id);
const textOf = (answers: object): string => serializeScreening(screeningOf({ ...no, ...answers }));
const kept = (text: string, action: string, more: object = {}) => ({
  ...{ text, action, reasons: [], rulesVersion: 1 },
  ...more,
});
const override = { why: "I know better" };

describe.each(storeKinds)("on %s", (kind) => {
  let server: TestServer;
  let owner: Staff;
  let person: string;

  beforeAll(async () => {
    server = await openServer(await newPlace(kind));
    owner = await setUp(server);
    person = await addPerson(owner);
  });
  afterAll(() => server.close());

  const write = async (what: Kind, body: object) => {
    const { status, body: reply } = await owner.browser.post(to(at.operations, { person }), { kind: what, body });
    return { status, reply };
  };

  test("an emergency that the page calls something else, or overrides, is refused; as one it is kept", async () => {
    for (const id of emergencies) {
      const text = textOf({ [id]: "yes" });
      expect((await write("screening/kept", kept(text, "INFO"))).status, id).toBe(403);
      expect((await write("screening/kept", kept(text, "HOLD_CLEARANCE", { override }))).status, id).toBe(403);
      expect((await write("screening/kept", kept(text, "EMERGENCY", { override }))).status, id).toBe(403);
    }
    // Two answers that are an emergency together.
    const text = textOf({ fever: "yes", immuno: "yes" });
    expect((await write("screening/kept", kept(text, "STOP_SAME_DAY", { override }))).status).toBe(403);
    expect((await write("screening/kept", kept(text, "EMERGENCY"))).status).toBe(200);
  });

  test("a clearance of an emergency, or of a rule together with one, is no screening file", async () => {
    for (const rules of ["pe", "ckd, pe"]) {
      const clearance = `{ rules: [${rules}], name: A, role: doctor, date: 2026-11-10, text: agreed }`;
      const text = `${textOf({ pe: "yes", ckd: "yes" })}clearances: [${clearance}]\n`;
      const { status, reply } = await write("screening/kept", kept(text, "EMERGENCY"));
      expect(status).toBe(400);
      expect(reply.detail).toContain("nobody can lift one");
    }
  });

  test("no correction makes less of an emergency that was kept", async () => {
    const text = textOf({ sepsis: "yes" });
    const { reply } = await write("screening/kept", kept(text, "EMERGENCY"));
    const correct = (body: object) => write("record/corrected", { operation: reply.operation.id, body });
    const by = { account: person, name: "x", role: "owner" };
    expect((await correct({ ...kept(text, "INFO"), by })).status).toBe(403);
    expect((await correct({ ...kept(text, "EMERGENCY", { override }), by })).status).toBe(403);
    expect((await correct({ ...kept(text, "EMERGENCY"), by })).status).toBe(200);
  });

  test("what cannot be read is refused before it is kept", async () => {
    for (const text of ["x", "answers: { celulitis: yes }", "[".repeat(50_000), `# ${"x".repeat(200_000)}`]) {
      const { status, reply } = await write("screening/kept", kept(text, "INFO"));
      expect([400, 413], reply.detail).toContain(status);
    }
  });

  test("a clearance, a place and an infection are kept as they were written", async () => {
    const text = `${textOf({ ckd: "yes", open_wound: "yes" })}where: { open_wound: [{ region: lower_leg, side: left }] }
clearances: [{ rules: [ckd], name: A, role: doctor, date: 2026-11-10, text: agreed }]
`;
    const { status, reply } = await write("screening/kept", kept(text, "AVOID_REGION"));
    expect(status).toBe(200);
    expect(reply.operation.body.text).toBe(text);
  });
});
