/**
 * Which services may be asked to ring a phone. A push message goes through the maker of the phone's browser; the address to
 * send to comes from the phone, so that only known ones are taken: this server asks nobody else, whatever a phone says.
 */
import { raise } from "@openlymph/base";

/** Chromium browsers, Firefox, Safari, Edge on Windows. `*` is one or more names. */
export const knownServices = [
  "https://fcm.googleapis.com",
  "https://updates.push.services.mozilla.com",
  "https://*.push.apple.com",
  "https://*.notify.windows.com",
] as const;

/**
 * @param setting `OPENLYMPH_PUSH`: `on` for the known ones, or origins with commas between.
 * @returns none where it is absent, empty or `off`: nobody is reminded by push then.
 * @throws FailureError `field/invalid` for anything else.
 */
export function servicesFrom(setting: string | undefined): readonly string[] {
  if (setting === undefined || setting === "" || setting === "off") return [];
  if (setting === "on") return knownServices;
  const services = setting.split(",").map((each) => each.trim());
  const wrong = services.find((each) => !/^https:\/\/(?:\*\.)?[a-z0-9.-]+(?::\d+)?$/i.test(each));
  if (wrong === undefined) return services;
  return raise("field/invalid", {
    path: "OPENLYMPH_PUSH",
    value: wrong,
    expected: '"on", "off", or addresses such as https://push.example with commas between',
  });
}

/** Whether an address lies at one of these services. */
export function isOfService(services: readonly string[], endpoint: string): boolean {
  const url = URL.parse(endpoint);
  if (url === null || url.username !== "" || url.password !== "") return false;
  return services.some((service) => {
    if (!service.includes("://*.")) return url.origin === service;
    const [scheme = "", name = ""] = service.split("*");
    return url.origin.startsWith(scheme) && url.origin.endsWith(name) && url.origin.length > service.length - 1;
  });
}
