/**
 * `npm run clinic -- backup|verify|restore|doctor|to-postgres|reset-sign-in`: looks after the store of the clinic, of the folder and
 * database that `npm start` uses. Exit code 1 where something is wrong with the store, 2 where the command is not possible.
 */
import { clinicOptionsFrom, runCommand } from "../apps/server/src/index.ts";
import { root } from "./process.ts";

const backupTo = process.env["OPENLYMPH_BACKUP"];
const options = { ...clinicOptionsFrom(process.env, root), ...(backupTo ? { backupTo } : {}) };
process.exitCode = await runCommand(process.argv.slice(2), options, (line) => console.log(line));
