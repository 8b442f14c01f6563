import type { FastifyReply } from "fastify";

/** The answer to a request that cannot be served, in the form of RFC 9457 (`application/problem+json`). */
export interface Problem {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
  507: "Insufficient Storage",
};

/** A problem; unlisted statuses are reported as 400 (the caller's fault) or 500 (ours). */
export function problem(status: number, detail: string): Problem {
  const known = status in titles ? status : undefined;
  const code = known ?? (status >= 500 ? 500 : 400);
  return { type: "about:blank", title: titles[code] ?? "", status: code, detail };
}

export function sendProblem(reply: FastifyReply, content: Problem): FastifyReply {
  return reply
    .code(content.status)
    .type("application/problem+json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(JSON.stringify(content));
}
