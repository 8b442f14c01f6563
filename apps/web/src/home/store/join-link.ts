/** The one-time link of a clinic, as it is pasted, and how this phone calls itself. */

const form = /^[\w-]{20,200}$/;

export type PastedLink =
  | { readonly kind: "token"; readonly token: string }
  /** A link of another server: its Home has to be opened there. */
  | { readonly kind: "elsewhere"; readonly host: string }
  | { readonly kind: "none" };

/** @param origin of this page. */
export function readPasted(text: string, origin: string): PastedLink {
  const trimmed = text.trim();
  if (form.test(trimmed)) return { kind: "token", token: trimmed };
  let url: URL;
  try {
    url = new URL(trimmed);
  } catch {
    return { kind: "none" };
  }
  const token = /^#join=(.*)$/.exec(url.hash)?.[1] ?? "";
  if (!form.test(token)) return { kind: "none" };
  return url.origin === origin ? { kind: "token", token } : { kind: "elsewhere", host: url.host };
}

const devices: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android phone"],
  [/Windows/, "Windows computer"],
  [/Macintosh/, "Mac"],
  [/CrOS/, "Chromebook"],
  [/Linux/, "Linux computer"],
];

/** What the clinic will call this device. */
export function deviceName(userAgent: string): string {
  return devices.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "Browser";
}
