import { existsSync } from "node:fs";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import { programVersion, raise } from "@openlymph/base";
import Fastify, { type FastifyInstance, LogController } from "fastify";
import { cacheControl, securityHeaders } from "./headers.ts";
import { type LogLevel, loggerOptions, logRequests } from "./log.ts";
import { problem, sendProblem } from "./problem.ts";

export interface ServerOptions {
  /** Folder of the built web app; must hold `index.html`. */
  readonly webRoot: string;
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

/**
 * A server for the built web app and its health, not yet listening: call `listen({ host, port })` on it.
 *
 * It reads and never writes: GET and HEAD are the only methods. Unknown paths under `/api` and missing files are
 * problems (RFC 9457); every other path is a page of the web app.
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
  const app = Fastify({
    logger: loggerOptions(options.log ?? "errors"),
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    frameworkErrors: (_error, _request, reply) => {
      reply.headers(securityHeaders);
      sendProblem(reply, problem(400, "The address cannot be read."));
    },
  });
  logRequests(app, options.log ?? "errors");

  app.addHook("onRequest", async (request, reply) => {
    reply.headers(securityHeaders);
    if (request.method === "GET" || request.method === "HEAD") return;
    reply.header("allow", "GET, HEAD");
    return sendProblem(reply, problem(405, "This server answers GET and HEAD only."));
  });

  app.get("/api/health", async (_request, reply) => reply.header("cache-control", "no-store").send(health()));

  app.register(fastifyStatic, {
    root: webRoot,
    cacheControl: false,
    dotfiles: "ignore",
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
    return reply.sendFile("index.html");
  });

  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error(error);
    return sendProblem(reply, problem(status, status >= 500 ? "The server failed." : error.message));
  });
  return app;
}
