import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { programVersion } from "@openlymph/base";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createServer } from "./index.ts";

const page = "<!doctype html><title>OpenLymph</title>";
const secret = "outside the web app";
let folder: string;
let app: FastifyInstance;
let origin: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "openlymph-server-"));
  const webRoot = path.join(folder, "dist");
  await mkdir(path.join(webRoot, "assets"), { recursive: true });
  await writeFile(path.join(folder, "secret.txt"), secret);
  await writeFile(path.join(webRoot, "index.html"), page);
  await writeFile(path.join(webRoot, ".hidden"), secret);
  await writeFile(path.join(webRoot, "assets", "main-4f2a.js"), "export {};");
  await writeFile(path.join(webRoot, "assets", "main-4f2a.js.br"), brotliCompressSync("export {};"));
  app = createServer({ webRoot });
  origin = await app.listen({ host: "127.0.0.1", port: 0 });
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

/** Sends a request line as it stands, which `fetch` would tidy first. */
function raw(requestLine: string, header = "Accept: */*"): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(Number(new URL(origin).port), "127.0.0.1", () => {
      socket.write(`${requestLine} HTTP/1.1\r\nHost: localhost\r\n${header}\r\nConnection: close\r\n\r\n`);
    });
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
  });
}

describe("health", () => {
  test("names the version and is not kept", async () => {
    const response = await fetch(`${origin}/api/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok", version: programVersion });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});

describe("the web app", () => {
  test("is sent compressed to who takes it so, with the same type and the same time to be kept", async () => {
    const ask = (encoding: string) =>
      fetch(`${origin}/assets/main-4f2a.js`, { headers: { "accept-encoding": encoding } });
    const [small, plain] = [await ask("gzip, br"), await ask("identity")];
    expect(small.headers.get("content-encoding")).toBe("br");
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await small.text()).toBe("export {};");
    expect(await plain.text()).toBe("export {};");
    for (const header of ["content-type", "cache-control"]) {
      expect(small.headers.get(header)).toBe(plain.headers.get(header));
      expect(plain.headers.get(header)).not.toBeNull();
    }
    for (const { headers } of [small, plain]) expect(headers.get("vary")).toContain("accept-encoding");
  });

  test.each(["/", "/plan", "/studio/vessel", "/?history=breast"])(
    "%s is its page, asked for anew each time",
    async (url) => {
      const response = await fetch(origin + url);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toContain("text/html");
      expect(response.headers.get("cache-control")).toBe("no-cache");
      expect(await response.text()).toBe(page);
    },
  );

  test("files with a hash in their name are kept for a year", async () => {
    const response = await fetch(`${origin}/assets/main-4f2a.js`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("javascript");
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });

  test("an unchanged page is not sent twice", async () => {
    const etag = (await fetch(origin)).headers.get("etag") ?? "";
    expect(await raw("GET /", `If-None-Match: ${etag}`)).toMatch(/^HTTP\/1\.1 304 /);
    expect(await raw("GET /", 'If-None-Match: "older"')).toMatch(/^HTTP\/1\.1 200 /);
  });

  test("HEAD answers without a body", async () => {
    const response = await fetch(origin, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });
});

describe("refusals are problems", () => {
  test.each([
    ["/api", 404],
    ["/api/people?name=x", 404],
    ["/assets/gone-1a2b.js", 404],
    ["/favicon.png", 404],
    ["/.hidden", 404],
    ["/%zz", 400],
  ])("GET %s is %i", async (url, status) => {
    const response = await fetch(origin + url);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await response.json()).toMatchObject({ type: "about:blank", status });
  });

  test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("%s is not allowed", async (method) => {
    for (const url of ["/", "/api/health", "/nowhere"]) {
      const response = await fetch(origin + url, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("GET, HEAD");
    }
  });

  test.each([
    "GET /../secret.txt",
    "GET /assets/../../secret.txt",
    "GET /%2e%2e/secret.txt",
    "GET /..%2fsecret.txt",
    "GET /assets/..%2f..%2fsecret.txt",
    "GET /..%5csecret.txt",
    "GET /assets/%2e%2e%5c%2e%2e%5csecret.txt",
    "GET //../secret.txt",
    "GET /secret.txt%00.html",
  ])("%s does not leave the web app's folder", async (requestLine) => {
    const answer = await raw(requestLine);
    expect(answer).toMatch(/^HTTP\/1\.1 (400|403|404) /);
    expect(answer).not.toContain(secret);
  });
});

describe("headers", () => {
  test.each(["/", "/api/health", "/api/nowhere", "/assets/main-4f2a.js"])(
    "%s is isolated and runs its own scripts only",
    async (url) => {
      const { headers } = await fetch(origin + url);
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-embedder-policy")).toBe("require-corp");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      const policy = new Map(
        (headers.get("content-security-policy") ?? "").split("; ").map((rule) => {
          const [name = "", ...sources] = rule.split(" ");
          return [name, sources];
        }),
      );
      expect(policy.get("default-src")).toEqual(["'none'"]);
      expect(policy.get("script-src")).toEqual(["'self'", "'wasm-unsafe-eval'"]);
      expect(policy.get("worker-src")).toEqual(["'self'"]);
      expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
    },
  );
});

describe("start", () => {
  test("a folder without a built web app is refused by name", () => {
    const webRoot = path.join(folder, "nowhere");
    expect(() => createServer({ webRoot })).toThrow(/nowhere.*index\.html/);
  });

  test("closing ends open connections at once", async () => {
    const second = createServer({ webRoot: path.join(folder, "dist") });
    const address = await second.listen({ host: "127.0.0.1", port: 0 });
    const idle = connect(Number(new URL(address).port), "127.0.0.1");
    await new Promise((resolve) => idle.once("connect", resolve));
    const closed = new Promise((resolve) => idle.once("close", resolve));
    await second.close();
    await closed;
  });
});
