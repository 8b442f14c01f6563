/**
 * Requests that nobody means well with, by a seeded stream: whole ones, of which one to three things are made wrong. What is
 * wrong is of every kind that has ever surprised a server: type, size, depth, encoding, name, method, header.
 */
import { largestBatch } from "@openlymph/record";

export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
}

/** A request as a page sends it; `body` is JSON yet to be. */
export interface Whole {
  readonly method: string;
  readonly url: string;
  readonly cookie?: string | undefined;
  readonly body?: unknown;
}

export type Random = () => number;

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)] as T;

const deep = (levels: number): unknown => {
  let value: unknown = "bottom";
  for (let n = 0; n < levels; n++) value = n % 2 === 0 ? [value] : { a: value };
  return value;
};

/** Values that JSON can carry. Made anew each time: some are large. */
const values: readonly (() => unknown)[] = [
  ...["", " ", "\0", "a\0b", "\ud800", "x\udfff", "\u202e\u0000\uffff", "😀".repeat(300), "null", "[object Object]"],
  ...[
    "' or 1=1 --",
    "../../../etc/passwd",
    "<script>alert(1)</script>",
    "%00",
    `\${7*7}`,
    "=1+1",
    "\r\nset-cookie: a=b",
  ],
  ...["2026-99-99", "9999-99-99T99:99:99Z", "1e999", "-0", "0x10", "00000000-0000-0000-0000-000000000000"],
  ...["__proto__", "constructor", "toString", "0".repeat(64), "nobody@example.org", "1".repeat(400)],
  ...[0, -1, 1.5, 1e308, -1e308, 5e-324, 2 ** 53, 2 ** 53 + 2, -(2 ** 63), 2 ** 64],
  ...[true, false, null, [], {}, [[]], [null], { toString: 1 }, { length: -1 }],
].map((value) => () => value);
const large: readonly (() => unknown)[] = [
  () => "x".repeat(20_000),
  () => deep(100),
  () => deep(1000),
  () => Array.from({ length: 3000 }, (_, n) => n),
  () => Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`k${n}`, n])),
  () => Array.from({ length: largestBatch + 1 }, () => ({})),
];

const nasty = (random: Random): unknown => pick(random() < 0.04 ? large : values, random)();

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** Goes down to some field and makes it wrong. */
function spoilt(value: unknown, random: Random): unknown {
  if (!isFields(value) || random() < 0.15) return nasty(random);
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Fields;
  const keys = Object.keys(copy);
  const key = pick(keys, random);
  const chance = random();
  if (keys.length === 0 || chance < 0.15)
    copy[pick(["by", "role", "a", "\0", "constructor", "id", ""], random)] = nasty(random);
  else if (chance < 0.25) delete copy[key];
  else copy[key] = spoilt(copy[key], random);
  return copy;
}

/** Text that is not the JSON it was. */
const texts: readonly ((json: string, random: Random) => string | Buffer)[] = [
  (json, random) => json.slice(0, Math.floor(random() * json.length)),
  (json) => `\ufeff${json}`,
  (json) => `${json}${json}`,
  (json) => json.replace("{", '{"__proto__":{"role":"owner"},'),
  (json) => json.replace("{", '{"constructor":{"prototype":{"role":"owner"}},'),
  (json) => json.replaceAll('"', "'"),
  (json) => Buffer.concat([Buffer.from(json), Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28])]),
  (json) => Buffer.from(json, "utf16le"),
  (_, random) => Buffer.from(Array.from({ length: 200 }, () => Math.floor(random() * 256))),
  () => "[".repeat(50_000),
  () => "-".repeat(1000),
  () => "",
];

const contentTypes = [
  "text/plain",
  "application/xml",
  "application/json; charset=utf-16",
  "multipart/form-data",
  "x",
  "*/*",
];
const methods = ["GET", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS", "TRACE"];
const queries = [
  "?after=-1",
  "?after=1e99",
  "?after[]=1",
  "?after=1&after=2",
  "?before=%00",
  "?before=9".padEnd(300, "9"),
];
const paths = [
  "%00",
  "..%2f..%2f",
  "%ff%fe",
  "x".repeat(90),
  "x".repeat(300),
  "%F0%9F%98%80",
  "__proto__",
  "%",
  "a%0d%0ab",
];
const headers: readonly (() => Readonly<Record<string, string>>)[] = [
  () => ({ cookie: "openlymph-session=" }),
  () => ({ cookie: `openlymph-session=${"x".repeat(5000)}; openlymph-phone=;;;==` }),
  () => ({ cookie: "openlymph-session=a; openlymph-session=b; __Host-openlymph-session=c" }),
  () => ({ host: "evil.example" }),
  () => ({ host: "" }),
  () => ({ origin: "null" }),
  () => ({ origin: "https://evil.example", "sec-fetch-site": "cross-site" }),
  () => ({ "x-forwarded-for": "1.2.3.4, %%%", "x-forwarded-proto": "https", "x-forwarded-host": "evil.example" }),
  () => ({ "user-agent": `Mozilla (${"(;".repeat(4000)}` }),
  () => ({ accept: "text/event-stream, */*", "accept-language": "x".repeat(4000) }),
  () => ({ "content-length": "3" }),
  () => ({ "x-http-method-override": "DELETE", range: "bytes=0-1", "if-none-match": "*" }),
];

interface Draft {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
  payload?: string | Buffer;
}

const payloadOf = ({ body, payload }: Draft): string | Buffer | undefined =>
  payload ?? (body === undefined ? undefined : JSON.stringify(body));

const mistakes: readonly ((draft: Draft, random: Random) => void)[] = [
  ...Array.from({ length: 5 }, () => (draft: Draft, random: Random) => {
    draft.body = spoilt(draft.body ?? {}, random);
  }),
  (draft, random) => {
    draft.payload = pick(texts, random)(JSON.stringify(draft.body ?? {}), random);
  },
  (draft, random) => {
    draft.headers["content-type"] = pick(contentTypes, random);
  },
  (draft, random) => {
    draft.method = pick(methods, random);
  },
  (draft, random) => {
    draft.url += pick(queries, random);
  },
  (draft, random) => {
    const parts = draft.url.split("/");
    parts[3 + Math.floor(random() * (parts.length - 3))] = pick(paths, random);
    draft.url = parts.join("/");
  },
  (draft, random) => {
    Object.assign(draft.headers, pick(headers, random)());
  },
];

/** @param origin what a page of this server names as its origin. */
export function spoiltRequest({ method, url, cookie, body }: Whole, origin: string, random: Random): Sent {
  const draft: Draft = { method, url, headers: { origin, "content-type": "application/json" }, body };
  if (cookie !== undefined) draft.headers["cookie"] = cookie;
  for (let n = 1 + Math.floor(random() * 3); n > 0; n--) pick(mistakes, random)(draft, random);
  // Rarely, because it takes long: more than any body may have.
  if (random() < 0.002) draft.payload = `{"a":"${"x".repeat(2_100_000)}"}`;
  const payload = payloadOf(draft);
  return {
    method: draft.method,
    url: draft.url,
    headers: draft.headers,
    ...(payload === undefined ? {} : { payload }),
  };
}
