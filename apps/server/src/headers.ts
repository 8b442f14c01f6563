/**
 * What a browser may do with a page of this server.
 *
 * Scripts, workers and connections come from this server alone, and no script may stand inside a page. WebAssembly may
 * be compiled. Styles may stand inside a page, because drawn figures (SVG) and the form controls carry some.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self' data:",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Sent with every answer (`headersFor`). The three cross-origin headers isolate the page, so that its workers may share memory. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": contentSecurityPolicy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** Two years, and every name below this one: from the first visit on a browser comes over TLS alone. */
const strictTransport = { "strict-transport-security": "max-age=63072000; includeSubDomains" };

/** @param origin the address people use, where one is named: over TLS, it is to stay there. */
export function headersFor(origin: string | undefined): Readonly<Record<string, string>> {
  return origin?.startsWith("https:") ? { ...securityHeaders, ...strictTransport } : securityHeaders;
}

/**
 * How long a browser may keep a file, by its path inside the web app. The build puts a hash of the content into the name
 * of everything under `assets/`, so those never change; all else is asked for again each time.
 */
export function cacheControl(filePath: string): string {
  return /^assets[\\/]/.test(filePath) ? "public, max-age=31536000, immutable" : "no-cache";
}
