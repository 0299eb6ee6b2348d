/** Owns the headers that the page and its workers are served with: the fence around each. */

/** The page's address of everything that only workers load: programs, machine code, models. */
export const WORKER_FOLDER = '/workers/';

/** Everything is refused that the page does not need: no connection, no inline script or style, no frame, no form. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  // A worker obeys the policy that its own file comes with.
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  // The one policy that names a worker's file, in `renderer/camera/worker-url.ts`.
  'trusted-types worker-url',
].join('; ');

/**
 * Workers alone may load files, models among them, and only the program's own; they have no document. All of them run
 * compiled programs, which nothing else may.
 */
const workerPolicy = "default-src 'none'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

const policyOf = (pathname: string): string => (pathname.startsWith(WORKER_FOLDER) ? workerPolicy : pagePolicy);

const common = {
  'Permissions-Policy': 'camera=(self), microphone=(self), geolocation=(), display-capture=()',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** Headers of the answer to an address path. */
export const headersOf = (pathname: string): Readonly<Record<string, string>> => ({
  ...common,
  'Content-Security-Policy': policyOf(pathname),
});
