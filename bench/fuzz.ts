/**
 * A hundred thousand requests that nobody means well with, half of them to a server on SQLite and half on PostgreSQL; prints
 * how they were answered. Runs apps/server/clinic/fuzz.test.ts, which says what must hold of every answer.
 *
 *   npm run bench -- fuzz           100 000 requests
 *   npm run bench -- fuzz 10000     10 000
 *
 * Bar: none is answered with a failure of the server (5xx), nor with anything of its inside.
 */
import { programs, runNode } from "../scripts/process.ts";

const requests = Number(process.argv[2] ?? 100_000);
const words = ["run", "--project", "clinic", "apps/server/clinic/fuzz.test.ts", "-t", "requests are answered"];
const { code } = await runNode([programs.vitest, ...words], { env: { FUZZ_REQUESTS: String(requests / 2) } });
process.exitCode = code;
