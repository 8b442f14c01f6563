/**
 * The page's only way to the server. Every reply is read by the schema of the contract, so that a page never shows what it
 * does not understand; every failure is a `ClinicProblem`.
 */
import { clinicAddresses, problemSchema } from "@openlymph/record/clinic";
import type { z } from "zod";
import { ClinicProblem, type ProblemCode } from "./clinic-problem.ts";

export type AddressName = keyof typeof clinicAddresses;
type Parts = Readonly<Record<string, string>>;

/** An address with its parts put in, and what is asked of it. */
export function addressOf(name: AddressName, parts: Parts = {}, query: Parts = {}): string {
  const path = clinicAddresses[name].replaceAll(/:(\w+)/g, (_, part: string) => encodeURIComponent(parts[part] ?? ""));
  const search = new URLSearchParams(query).toString();
  return search === "" ? path : `${path}?${search}`;
}

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  400: "invalid",
  401: "signed-out",
  403: "forbidden",
  404: "not-found",
  409: "conflict",
  422: "invalid",
  429: "too-often",
};

async function problemOf(response: Response): Promise<ClinicProblem> {
  const body = problemSchema.safeParse(await response.json().catch(() => undefined));
  const retry = Number(response.headers.get("retry-after"));
  const after = Number.isFinite(retry) && retry > 0 ? retry : undefined;
  const code = (body.success ? body.data.code : undefined) ?? codeOfStatus[response.status] ?? "failed";
  const { detail = "", failure } = body.success ? body.data : {};
  return new ClinicProblem(code, detail, { retryAfter: after, status: response.status, failure });
}

const outListeners = new Set<() => void>();

/** Hears when the server says that nobody is signed in any more. */
export function onSignedOut(listener: () => void): () => void {
  outListeners.add(listener);
  return () => outListeners.delete(listener);
}

export interface Asked {
  readonly method?: "GET" | "POST" | "DELETE";
  readonly parts?: Parts;
  readonly query?: Parts;
  readonly body?: unknown;
  /** A refusal is an answer here and nothing of the session: the forms of the sign-in. */
  readonly quiet?: boolean;
}

async function send(name: AddressName, asked: Asked): Promise<Response> {
  const { parts, query, body, quiet = false } = asked;
  const method = asked.method ?? (body === undefined ? "GET" : "POST");
  const response = await fetch(addressOf(name, parts, query), {
    method,
    credentials: "same-origin",
    cache: "no-store",
    headers: { accept: "application/json", ...(method === "GET" ? {} : { "content-type": "application/json" }) },
    ...(method === "GET" ? {} : { body: JSON.stringify(body ?? {}) }),
  }).catch(() => {
    throw new ClinicProblem("unreachable", "");
  });
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (!quiet && (problem.code === "signed-out" || problem.code === "half-signed-in")) {
    for (const listener of outListeners) listener();
  }
  throw problem;
}

/** Asks, and reads the reply by its schema. */
export async function ask<S extends z.ZodType>(name: AddressName, schema: S, asked: Asked = {}): Promise<z.output<S>> {
  const response = await send(name, asked);
  const read = schema.safeParse(await response.json().catch(() => undefined));
  if (!read.success) throw new ClinicProblem("unexpected", read.error.issues[0]?.path.join(".") ?? "");
  return read.data;
}

/** Asks for something to be done of which no answer is needed. */
export async function tell(name: AddressName, asked: Asked): Promise<void> {
  await send(name, asked);
}
