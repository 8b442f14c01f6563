import Fastify, { LogController } from "fastify";
import { expect, test } from "vitest";
import { type LogLevel, loggerOptions, logRequests } from "./log.ts";

async function logged(level: LogLevel): Promise<string> {
  const lines: string[] = [];
  const settings = loggerOptions(level);
  const app = Fastify({
    logger: { ...(settings as object), stream: { write: (line: string) => lines.push(line) } },
    logController: new LogController({ disableRequestLogging: true }),
  });
  logRequests(app, level);
  app.get("/people/:name", async () => "found");
  app.get("/broken/:name", async (request) => {
    request.log.error({ req: request }, "broken");
    return "";
  });
  for (const url of ["/people/maria?born=1960", "/broken/maria?born=1960"]) {
    await app.inject({ url, headers: { "user-agent": "Marias phone" }, remoteAddress: "203.0.113.7" });
  }
  await app.close();
  return lines.join("");
}

test("a request is logged by its route, never by what it names or where it comes from", async () => {
  const text = await logged("requests");
  expect(text).toContain("/people/:name");
  expect(text).toContain('"status":200');
  expect(text).not.toMatch(/maria|1960|phone|203\.0\.113\.7/i);
});

test("by default only failures are logged, without personal data", async () => {
  const text = await logged("errors");
  expect(text).not.toContain("/people");
  expect(text).toContain('"route":"/broken/:name"');
  expect(text).not.toMatch(/maria|1960|phone|203\.0\.113\.7/i);
});

test("what a database quotes of a row beside its error is not logged", async () => {
  const lines: string[] = [];
  const settings = loggerOptions("errors") as object;
  const app = Fastify({ logger: { ...settings, stream: { write: (line: string) => lines.push(line) } } });
  const quoted = { code: "23505", detail: "Key (email)=(maria@example.org)" };
  app.log.error(Object.assign(new Error("duplicate key"), quoted));
  await app.close();
  expect(lines.join("")).toMatch(/duplicate key.*log\.test\.ts.*23505/);
  expect(lines.join("")).not.toContain("maria");
});
