/**
 * Which addresses this server answers under, and that a request comes from its own pages.
 *
 * A page of another site may send requests here, but not with these headers: what changes something has to name this site as
 * its origin. A name that somebody made point at this machine (DNS rebinding) is not one of ours and is refused.
 */
import { raise } from "@openlymph/base";
import type { FastifyRequest } from "fastify";

export interface SiteOptions {
  /** `https://clinic.example`, where a reverse proxy stands before the server. */
  readonly origin?: string;
}

/** Names of this machine itself; addresses of numbers cannot be made to point elsewhere. */
const isOwnHost = (host: string): boolean => {
  const name = host.replace(/:\d+$/, "");
  return name === "localhost" || /^\d{1,3}(\.\d{1,3}){3}$/.test(name) || /^\[[0-9a-f:]+\]$/i.test(name);
};

/** @throws FailureError `access/forbidden` for a host that is not ours. */
export function siteOf(
  { headers }: Pick<FastifyRequest, "headers">,
  { origin }: SiteOptions,
): { readonly origin: string } {
  if (origin !== undefined) return { origin };
  const { host = "" } = headers;
  if (!isOwnHost(host)) {
    raise("access/forbidden", {
      path: "host",
      hint: "Open it as localhost, or start the server with OPENLYMPH_ORIGIN set to the address people use.",
    });
  }
  return { origin: `http://${host}` };
}

/** @throws FailureError `access/forbidden` for a request that another site's page has sent. */
export function refuseForeign(
  { headers, method }: Pick<FastifyRequest, "headers" | "method">,
  site: { readonly origin: string },
) {
  if (method === "GET" || method === "HEAD") return;
  const from = headers.origin;
  const fetchSite = headers["sec-fetch-site"];
  const foreign =
    (from !== undefined && from !== site.origin) || (fetchSite !== undefined && fetchSite !== "same-origin");
  if (foreign) raise("access/forbidden", { path: "origin", hint: "Requests of other sites are refused." });
}
