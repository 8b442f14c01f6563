/**
 * `npm run validate`: runs the published results in `validation/` against the models and prints a row for each. Words
 * choose the files whose path holds them: `npm run validate -- pressure`.
 */
import { programs, runNode } from "./process.ts";

const words = process.argv.slice(2);
const { code } = await runNode([programs.vitest, "run", "--project", "validation", "--reporter=verbose", ...words]);
process.exitCode = code;
