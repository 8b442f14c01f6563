import { describe, expect, it } from "vitest";
import { clinicOptionsFrom } from "./environment.ts";

describe("what the environment says", () => {
  it("is a folder beside the program, and nothing else, where it says nothing", () => {
    expect(clinicOptionsFrom({}, "/srv")).toEqual({ folder: "/srv/data", pushServices: [] });
  });

  it("switches reminders on only with an address of TLS", () => {
    const on = { OPENLYMPH_PUSH: "on" };
    expect(() => clinicOptionsFrom(on, "/srv")).toThrow(/OPENLYMPH_ORIGIN/);
    expect(() => clinicOptionsFrom({ ...on, OPENLYMPH_ORIGIN: "http://clinic.example" }, "/srv")).toThrow(/https/);
    const { pushServices, origin } = clinicOptionsFrom({ ...on, OPENLYMPH_ORIGIN: "https://clinic.example/" }, "/srv");
    expect([origin, pushServices?.includes("https://fcm.googleapis.com")]).toEqual(["https://clinic.example", true]);
  });
});
