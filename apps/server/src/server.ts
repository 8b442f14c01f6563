import { existsSync } from "node:fs";
import path from "node:path";
import rateLimit from "@fastify/rate-limit";
import fastifyStatic from "@fastify/static";
import { FailureError, fail, programVersion, raise } from "@openlymph/base";
import Fastify, { type FastifyInstance, LogController } from "fastify";
import { problemOf } from "./api/problem-of.ts";
import { serve } from "./api/route.ts";
import { routes } from "./api/routes.ts";
import type { Clinic } from "./clinic.ts";
import { cacheControl, headersFor } from "./headers.ts";
import { type LogLevel, loggerOptions, logRequests } from "./log.ts";
import { problem, sendProblem } from "./problem.ts";

export interface ServerOptions {
  /** Folder of the built web app; must hold `index.html`. */
  readonly webRoot: string;
  /** The clinic part; without it the server reads and never writes. */
  readonly clinic?: Clinic;
  /** `errors` (default) logs failures of the server alone, `requests` one line per request. Neither names a person. */
  readonly log?: LogLevel;
}

/** What `GET /api/health` answers. */
export interface Health {
  readonly status: "ok";
  readonly version: string;
}

export function health(): Health {
  return { status: "ok", version: programVersion };
}

/** True for an address of the web app's own making (`/plan`), false for one that names a file (`/missing.png`). */
export function isPage(urlPath: string): boolean {
  return !urlPath.startsWith("/assets/") && !/\.[^/]*$/.test(urlPath);
}

/** Pages of their own beside the studio's; each lies in a folder of its name. */
const rooms = ["home", "clinic"] as const;

function pageOf(webRoot: string, urlPath: string): string {
  const room = rooms.find((each) => urlPath === `/${each}` || urlPath.startsWith(`/${each}/`));
  const page = `${room}/index.html`;
  return room !== undefined && existsSync(path.join(webRoot, page)) ? page : "index.html";
}

/** Largest body of a request: a batch of operations, or one operation with a plan. */
const bodyLimit = 2_000_000;

/** Whether a path has a route that takes other methods than GET and HEAD. */
const isClinicPath = (urlPath: string): boolean => /^\/api\/(clinic|home)\//.test(urlPath);

/** s after which something that was tried too often may be tried again. */
function secondsToWait(error: unknown): number | undefined {
  if (!(error instanceof FailureError) || error.failure.code !== "access/too-often") return undefined;
  return typeof error.failure.value === "number" ? error.failure.value : undefined;
}

/** The clinic part of a server: its routes, in JSON alone, and how often strangers may try. */
function serveClinic(app: FastifyInstance, clinic: Clinic): void {
  app.register(async (part) => {
    await part.register(rateLimit, {
      global: false,
      errorResponseBuilder: (_request, { ttl }) => {
        const seconds = Math.ceil(ttl / 1000);
        return new FailureError(fail("access/too-often", { value: seconds, hint: `Try again in ${seconds} s.` }));
      },
    });
    for (const route of routes) serve(part, clinic, route);
  });
}

/**
 * A server for the built web app and its health, not yet listening: call `listen({ host, port })` on it.
 *
 * Without a clinic it reads and never writes: GET and HEAD are the only methods. Unknown paths under `/api` and missing
 * files are problems (RFC 9457); every other path is a page of the web app.
 *
 * @throws FailureError `usage/invalid` when `webRoot` holds no built web app.
 */
export function createServer(options: ServerOptions): FastifyInstance {
  const webRoot = path.resolve(options.webRoot);
  if (!existsSync(path.join(webRoot, "index.html"))) {
    raise("usage/invalid", {
      path: "webRoot",
      value: webRoot,
      expected: "a folder with index.html",
      hint: "Build the web app first; `npm start` does so.",
    });
  }
  const headers = headersFor(options.clinic?.origin);
  const app = Fastify({
    logger: loggerOptions(options.log ?? "errors"),
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    bodyLimit,
    // Behind a reverse proxy on this machine the address of the caller is the one that the proxy names.
    trustProxy: options.clinic?.origin === undefined ? false : "loopback",
    frameworkErrors: (_error, _request, reply) => {
      reply.headers(headers);
      sendProblem(reply, problem(400, "The address cannot be read."));
    },
  });
  logRequests(app, options.log ?? "errors");

  app.addHook("onRequest", async (request, reply) => {
    reply.headers(headers);
    if (request.method === "GET" || request.method === "HEAD") return;
    if (options.clinic !== undefined && isClinicPath(request.url)) return;
    reply.header("allow", "GET, HEAD");
    return sendProblem(reply, problem(405, "This server answers GET and HEAD only."));
  });

  app.get("/api/health", async (_request, reply) => reply.header("cache-control", "no-store").send(health()));

  app.register(fastifyStatic, {
    root: webRoot,
    cacheControl: false,
    dotfiles: "ignore",
    // Where the build left a compressed file beside a file, a browser that takes it gets that.
    preCompressed: true,
    setHeaders: (reply, filePath) => {
      reply.header("cache-control", cacheControl(path.relative(webRoot, filePath)));
    },
  });

  app.setNotFoundHandler((request, reply) => {
    const urlPath = request.url.split("?", 1)[0] ?? "/";
    if (urlPath === "/api" || urlPath.startsWith("/api/")) {
      return sendProblem(reply, problem(404, "There is nothing at this address."));
    }
    if (!isPage(urlPath)) return sendProblem(reply, problem(404, "There is no such file."));
    return reply.sendFile(pageOf(webRoot, urlPath));
  });

  if (options.clinic !== undefined) serveClinic(app, options.clinic);

  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const known = problemOf(error);
    const status = known?.status ?? error.statusCode ?? 500;
    if (status >= 500) request.log.error(error);
    const wait = secondsToWait(error);
    if (wait !== undefined) reply.header("retry-after", wait);
    if (known !== undefined) return sendProblem(reply, known);
    return sendProblem(reply, problem(status, status >= 500 ? "The server failed." : error.message));
  });
  return app;
}
