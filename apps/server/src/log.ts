import type { FastifyInstance, FastifyRequest, FastifyServerOptions } from "fastify";

/** `errors`: failures of the server alone. `requests`: also one line per request. */
export type LogLevel = "errors" | "requests";

/** What a log line may say about a request: no address of the caller, no path, no query, no header. */
function describeRequest(request: FastifyRequest): Record<string, unknown> {
  return { method: request.method, route: request.routeOptions?.url ?? "none" };
}

/** What went wrong and where in the program: not the row that a database quotes in an error's other fields. */
function describeError({ name, message, stack = "", code }: Error & { readonly code?: unknown }) {
  return { type: name, message, stack, ...(code === undefined ? {} : { code }) };
}

export function loggerOptions(level: LogLevel): NonNullable<FastifyServerOptions["logger"]> {
  return {
    level: level === "requests" ? "info" : "error",
    base: null,
    serializers: { req: describeRequest, err: describeError },
  };
}

/** Logs method, route, status and duration of every answer. */
export function logRequests(app: FastifyInstance, level: LogLevel): void {
  if (level !== "requests") return;
  app.addHook("onResponse", async (request, reply) => {
    const milliseconds = Math.round(reply.elapsedTime);
    app.log.info({ ...describeRequest(request), status: reply.statusCode, milliseconds });
  });
}
