/**
 * One way in. Every request for a record goes through `serve`, in one transaction:
 *
 *   whose is it → may they (policy) → do it → write the audit entry → commit → answer
 *
 * A handler is handed who asks and about whom; it decides nothing about access. What is refused is written down too.
 */
import { type Failure, FailureError, fail, raise } from "@openlymph/base";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type Action, allows, type Standing } from "../access/policy.ts";
import { accountOf, actorOf, clinicOf, type Principal, phoneOf, roleOf } from "../access/principal.ts";
import { type AuditDetail, type AuditEvent, audit } from "../audit/audit.ts";
import type { Change } from "../changes.ts";
import type { Clinic } from "../clinic.ts";
import { findPerson, isOnTeam, openGlass } from "../people/person.ts";
import type { Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";
import { type CookieName, cookieOf, setCookie } from "./cookies.ts";
import { refuseUnkeepable } from "./keepable.ts";
import { refuseForeign, siteOf } from "./site.ts";

/** What a handler works with. */
export interface Ask<B = unknown> {
  readonly clinic: Clinic;
  readonly trx: Work;
  /** ms since 1970. */
  readonly now: number;
  readonly principal: Principal;
  /** Whom it is about, where the address names somebody; the one they turned out to be. */
  readonly person: Row<"person"> | undefined;
  readonly standing: Standing;
  readonly body: B;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly site: { readonly origin: string };
  /** What the caller wants to be answered with. */
  readonly accept: string;
  /** What the browser calls itself, short. */
  readonly browser: string;
  readonly reply: FastifyReply;
  readonly setCookie: (name: CookieName, token: string | undefined) => void;
  /** Adds to the audit entry of this request. */
  readonly note: (detail: AuditDetail) => void;
  /** Names whom it is about, where the address does not. */
  readonly about: (person: string) => void;
  /** Nothing was read or written: no entry. */
  readonly silent: () => void;
  /** Whose trail tells this, where it was nobody who asked: the account or phone that it made out. */
  readonly inTrailOf: (clinic: string, actor: string) => Promise<void>;
  /** The answer is this failure, and what was written so far stays: a wrong attempt is counted. */
  readonly refuse: (failure: Failure) => Refusal;
  /** The answer takes long, and is worked out once the transaction is over: nobody else waits for it. */
  readonly later: (work: () => Promise<unknown>) => Later;
}

/** Told apart from every answer by its class, never by its fields. */
class Refusal {
  readonly failure: Failure;
  constructor(failure: Failure) {
    this.failure = failure;
  }
}

class Later {
  readonly work: () => Promise<unknown>;
  constructor(work: () => Promise<unknown>) {
    this.work = work;
  }
}

export interface Route<B = unknown> {
  readonly method: "GET" | "POST" | "DELETE";
  readonly address: string;
  /** What the policy is asked; for a body that decides, all that it needs. */
  readonly action: Action | ((body: B) => readonly Action[]);
  readonly body?: z.ZodType<B>;
  /** Asked by a phone instead of an account. */
  readonly phone?: true;
  /** The body is kept as sealed bytes alone, as a phone wrote it. */
  readonly sealed?: true;
  /** Costs much: few a minute for whoever is signed in. */
  readonly heavy?: true;
  /** Tried by strangers: few a minute from one address. */
  readonly guarded?: true;
  readonly handle: (ask: Ask<B>) => Promise<unknown>;
}

/** Keeps the types of body and handler together. */
export function route<B>(given: Route<B>): Route {
  return given as unknown as Route;
}

/** The row that a person's address names. A handler of such a route has one. */
export function personOf({ person }: Pick<Ask, "person">): Row<"person"> {
  return person ?? raise("reference/unknown", { path: "person" });
}

/** The account that asks. The policy has let nobody else in. */
export function accountIn({ principal }: Pick<Ask, "principal">) {
  return principal.kind === "account" ? principal : raise("access/signed-out");
}

const uuid = z.uuid();

function parsed<B>(schema: z.ZodType<B> | undefined, body: unknown): B {
  if (schema === undefined) return undefined as B;
  const read = schema.safeParse(body ?? {});
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return raise("field/invalid", { path: issue?.path.join(".") || "body", expected: issue?.message ?? "another body" });
}

async function standingOf(
  trx: Work,
  principal: Principal,
  person: Row<"person"> | undefined,
  now: number,
): Promise<Standing> {
  if (principal.kind === "phone") return { own: true, glass: false };
  if (principal.kind === "nobody" || person === undefined) return { own: false, glass: false };
  const own = await isOnTeam(trx, person.id, principal.account.id);
  const glass = own ? undefined : await openGlass(trx, person.id, principal.account.id, now);
  return { own, glass: glass !== undefined };
}

/** Why somebody may not, as the page can act on it. */
function refusal(principal: Principal): FailureError {
  const role = roleOf(principal);
  if (role === "nobody") return new FailureError(fail("access/signed-out"));
  if (role === "half") return new FailureError(fail("access/half-signed-in"));
  return new FailureError(fail("access/forbidden"));
}

const browserOf = ({ headers }: FastifyRequest): string => {
  const agent = headers["user-agent"] ?? "";
  const [, system = "a device"] = /\((?:[^;)]*; )?([^;)]{2,30})/.exec(agent) ?? [];
  const [, program = "browser"] = /(Firefox|Edg|Chrome|Safari)/.exec(agent) ?? [];
  return `${program === "Edg" ? "Edge" : program}, ${system}`.slice(0, 60);
};

/** Whose trail tells a request, filled in while it is found out. */
interface Trail {
  clinic: string | undefined;
  actor: string;
  person: string | undefined;
}

interface Asked {
  readonly principal: Principal;
  readonly person: Row<"person"> | undefined;
  readonly standing: Standing;
}

/** Who asks, about whom, and how they stand to each other. A stranger learns nothing of whether somebody exists. */
async function askedBy(
  { store }: Clinic,
  trx: Work,
  given: Route,
  { token, named, now, trail }: { token: string | undefined; named: string | undefined; now: number; trail: Trail },
): Promise<Asked> {
  const principal = given.phone ? await phoneOf(store, trx, token) : await accountOf(store, trx, token, now);
  const clinic = clinicOf(principal);
  Object.assign(trail, { clinic, actor: actorOf(principal) });
  const mayLook = named !== undefined && clinic !== undefined && roleOf(principal) !== "half";
  if (mayLook && !uuid.safeParse(named).success) raise("reference/unknown", { path: "person" });
  const person = mayLook ? await findPerson(trx, clinic, named) : undefined;
  trail.person = person?.id ?? (principal.kind === "phone" ? principal.person.id : undefined);
  return { principal, person, standing: await standingOf(trx, principal, person, now) };
}

async function answer(clinic: Clinic, given: Route, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { store } = clinic;
  const now = clinic.now();
  const site = siteOf(request, clinic);
  refuseForeign(request, site);
  const secure = site.origin.startsWith("https:");
  const token = cookieOf(request, given.phone ? "phone" : "session", secure);
  clinic.pace.count({ who: given.phone ? "phone" : "account", token, heavy: given.heavy === true }, now);
  const params = request.params as Record<string, string>;
  const query = request.query as Record<string, string | undefined>;
  refuseUnkeepable(request.body, { sealed: given.phone === true || given.sealed === true });
  refuseUnkeepable([params, query], { sealed: false });
  const body = parsed(given.body, request.body);
  const wanted = typeof given.action === "function" ? given.action(body) : [given.action];
  const trail: Trail = { clinic: undefined, actor: "nobody", person: undefined };
  const act = { action: wanted.at(-1) ?? "", resource: given.address, at: now };
  const cookies: (readonly [CookieName, string | undefined])[] = [];
  let change: Change | undefined;
  const work = async (trx: Work): Promise<unknown> => {
    const { principal, person, standing } = await askedBy(clinic, trx, given, {
      token,
      named: params["person"],
      now,
      trail,
    });
    if (!wanted.every((action) => allows(action, roleOf(principal), standing))) throw refusal(principal);
    let detail: AuditDetail = {};
    let silent = false;
    const value = await given.handle({
      clinic,
      trx,
      now,
      principal,
      person,
      standing,
      body,
      params,
      query,
      site,
      accept: request.headers.accept ?? "",
      browser: browserOf(request),
      reply,
      setCookie: (name, content) => void cookies.push([name, content]),
      note: (more) => {
        detail = { ...detail, ...more };
      },
      about: (whom) => {
        trail.person = whom;
      },
      silent: () => {
        silent = true;
      },
      inTrailOf: async (of, who) => {
        Object.assign(trail, { clinic: of, actor: who });
        await store.rescope(trx, { for: "clinic", clinic: of });
      },
      refuse: (failure) => new Refusal(failure),
      later: (after) => new Later(after),
    });
    if (trail.clinic !== undefined && !silent) {
      const outcome = value instanceof Refusal ? "refused" : "done";
      await audit(trx, trail.clinic, { ...act, actor: trail.actor, person: trail.person, outcome, detail });
    }
    if (given.method !== "GET" && trail.clinic !== undefined && trail.person !== undefined && !silent)
      change = { clinic: trail.clinic, person: trail.person, by: trail.actor };
    return value;
  };
  const result = await store.within({ for: "nobody" }, work).catch(async (error: unknown) => {
    // A commit that failed takes back what others of its group have read.
    if (!(error instanceof FailureError)) clinic.cache.forgetAll();
    await tellRefusal(clinic, trail, act, error);
    throw error;
  });
  // Only now: of a session or a phone that was not kept, nobody is given the token.
  for (const [name, content] of cookies) setCookie(reply, name, content, secure);
  if (change !== undefined) clinic.changes.tell(change);
  if (result instanceof Refusal) throw new FailureError(result.failure);
  return result instanceof Later ? result.work() : result;
}

/** What was refused left nothing in the store but this: whose trail it belongs to is known. */
async function tellRefusal(
  { store }: Clinic,
  { clinic, actor, person }: Trail,
  act: Pick<AuditEvent, "action" | "resource" | "at">,
  error: unknown,
): Promise<void> {
  if (clinic === undefined || !(error instanceof FailureError) || /^store\//.test(error.failure.code)) return;
  const detail = { code: error.failure.code };
  await store.within({ for: "clinic", clinic }, (trx) =>
    audit(trx, clinic, { ...act, actor, person, outcome: "refused", detail }),
  );
}

/** Lets a route answer. A handler that sends by itself (a file) answers with the reply. */
export function serve(app: FastifyInstance, clinic: Clinic, given: Route): void {
  app.route({
    method: given.method,
    url: given.address,
    ...(given.guarded ? { config: { rateLimit: { max: clinic.strangersPerMinute, timeWindow: 60_000 } } } : {}),
    handler: async (request, reply) => {
      reply.header("cache-control", "no-store");
      const value = await answer(clinic, given, request, reply);
      return value === reply ? reply : reply.send(value ?? {});
    },
  });
}
