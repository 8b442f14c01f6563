import { describe, expect, it } from "vitest";
import { isOfService, knownServices, servicesFrom } from "./push-services.ts";

describe("push services", () => {
  it("are none unless they are asked for", () => {
    expect([undefined, "", "off"].map(servicesFrom)).toEqual([[], [], []]);
    expect(servicesFrom("on")).toEqual(knownServices);
    expect(servicesFrom("https://push.example, https://*.push.example:8443")).toEqual([
      "https://push.example",
      "https://*.push.example:8443",
    ]);
  });

  it.each(["yes", "http://push.example", "https://push.example/path", "on, https://push.example", "https://*"])(
    "refuses %s",
    (setting) => {
      expect(() => servicesFrom(setting)).toThrow(/OPENLYMPH_PUSH/);
    },
  );

  it.each([
    ["https://fcm.googleapis.com/fcm/send/abc", true],
    ["https://web.push.apple.com/abc", true],
    ["https://a.b.push.apple.com/abc", true],
    ["https://push.apple.com/abc", false],
    ["https://fcm.googleapis.com.evil.example/abc", false],
    ["https://evil.example/?https://fcm.googleapis.com", false],
    ["https://fcm.googleapis.com:8443/abc", false],
    ["http://fcm.googleapis.com/abc", false],
    ["https://me:secret@fcm.googleapis.com/abc", false],
    ["https://notpush.apple.com/abc", false],
    ["http://127.0.0.1:5432/", false],
    ["nonsense", false],
  ])("%s: %s", (endpoint, allowed) => {
    expect(isOfService(knownServices, endpoint)).toBe(allowed);
  });
});
