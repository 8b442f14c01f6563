/**
 * `npm run clinic -- backup|verify|restore|doctor|to-postgres|new-key|reset-sign-in`: looks after the store of the clinic, of the folder and
 * database that `npm start` uses. Exit code 1 where something is wrong with the store, 2 where the command is not possible.
 */
import { clinicOptionsFrom, runCommand } from "../apps/server/src/index.ts";
import { FailureError } from "../packages/base/src/index.ts";
import { root } from "./process.ts";

/** What the environment says; reminders are no matter of these commands. */
function optionsOrStop() {
  try {
    const { OPENLYMPH_PUSH: _, ...environment } = process.env;
    return clinicOptionsFrom(environment, root);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

process.exitCode = await runCommand(process.argv.slice(2), optionsOrStop(), (line) => console.log(line));
