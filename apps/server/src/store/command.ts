/** `npm run clinic -- ...`: looking after a store from the terminal. */
import path from "node:path";
import { parseArgs } from "node:util";
import { FailureError, raise } from "@openlymph/base";
import { resetSignIn } from "../accounts/reset-sign-in.ts";
import { backupLines, backupsIn, makeBackup } from "./backup.ts";
import { lineOf } from "./check/finding.ts";
import { examine } from "./doctor.ts";
import { readKeyFile, readMasterKey } from "./master-key.ts";
import { makeNewKey } from "./new-key.ts";
import { restoreBackup, toPostgres } from "./restore.ts";
import type { Say, StoreOptions } from "./store.ts";
import { checkFile, refuseDamaged } from "./store-file.ts";

const usage = `npm run clinic -- backup [FOLDER] [--keep 7] [--with-key]
                            a backup while the server runs, into FOLDER (OPENLYMPH_BACKUP, else backups in the data's folder)
npm run clinic -- verify [FILE]
                            looks at a backup as doctor looks at the store; the newest where none is named
npm run clinic -- restore FILE [--key FILE] [--replace] [--even-damaged]
                            puts a backup in the place of an empty store; --replace keeps beside what is there
npm run clinic -- doctor    looks at everything the store rests on; changes nothing
npm run clinic -- to-postgres URL
                            brings the store of the folder into an empty PostgreSQL; the folder stays as it is
npm run clinic -- new-key   a new master key, with which everything is sealed anew; the one of before is kept for backups
npm run clinic -- reset-sign-in EMAIL
                            for somebody who lost password, app and passkey: a new password, and a second half to be set up anew
The store is that of npm start: OPENLYMPH_DATA, DATABASE_URL and OPENLYMPH_KEY say which.`;

export type CommandOptions = StoreOptions;

const flags = {
  keep: { type: "string" },
  "with-key": { type: "boolean" },
  key: { type: "string" },
  replace: { type: "boolean" },
  "even-damaged": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: flags, allowPositionals: true, strict: true });
  } catch (error) {
    return raise("usage/invalid", { hint: `${(error as Error).message.replace(/\.?$/, ".")}\n${usage}` });
  }
}
type Parsed = ReturnType<typeof parsed>["values"];

interface Verb {
  readonly most: number;
  readonly least?: number;
  readonly flags: readonly (keyof typeof flags)[];
  readonly run: (given: readonly string[], values: Parsed, options: CommandOptions, say: Say) => Promise<boolean>;
}

function keepOf(text: string | undefined): number {
  if (text === undefined) return 7;
  const keep = Number(text);
  if (Number.isSafeInteger(keep) && keep >= 1) return keep;
  return raise("usage/invalid", { path: "--keep", value: text, expected: "a whole number from 1" });
}

const backupFolder = (options: CommandOptions): string => options.backupTo ?? path.join(options.folder, "backups");

const verbs: Readonly<Record<string, Verb>> = {
  backup: {
    most: 1,
    flags: ["keep", "with-key"],
    run: async ([to], values, options, say) => {
      const keep = keepOf(values.keep);
      const withKey = values["with-key"] ?? false;
      const made = await makeBackup({ ...options, to: path.resolve(to ?? backupFolder(options)), keep, withKey });
      for (const line of backupLines(made)) say(line);
      if (withKey) say("The key lies beside it: whoever finds both can read everything.");
      else say("The key is not in it. Keep a copy of it in another place: without it no backup can be read.");
      return made.findings.every(({ bad }) => !bad);
    },
  },
  verify: {
    most: 1,
    flags: ["key"],
    run: async ([named], values, options, say) => {
      const file = named ?? backupsIn(backupFolder(options))[0];
      if (file === undefined) return raise("usage/invalid", { path: "FILE", hint: "There is no backup to look at." });
      say(file);
      refuseDamaged(path.resolve(file));
      const key = values.key === undefined ? readMasterKey(options.folder, options.masterKey) : readKeyFile(values.key);
      const findings = await checkFile(path.resolve(file), key);
      for (const finding of findings) say(lineOf(finding));
      return findings.every(({ bad }) => !bad);
    },
  },
  restore: {
    least: 1,
    most: 1,
    flags: ["key", "replace", "even-damaged"],
    run: async ([from = ""], values, options, say) => {
      const { beside } = await restoreBackup({
        ...options,
        from: path.resolve(from),
        replace: values.replace ?? false,
        evenDamaged: values["even-damaged"] ?? false,
        ...(values.key === undefined ? {} : { keyFrom: path.resolve(values.key) }),
      });
      say(`Restored from ${from}.`);
      if (beside !== undefined) say(`What was there before is kept in ${beside}.`);
      say("Phones send again what they wrote since. What the clinic wrote since is not there.");
      return true;
    },
  },
  doctor: {
    most: 0,
    flags: [],
    run: async (_given, _values, options, say) => {
      const findings = await examine(options);
      for (const finding of findings) say(lineOf(finding));
      const bad = findings.filter((each) => each.bad).length;
      say(bad === 0 ? "All is well." : `${bad} ${bad === 1 ? "thing is" : "things are"} wrong.`);
      return bad === 0;
    },
  },
  "new-key": {
    most: 0,
    flags: [],
    run: async (_given, _values, options, say) => {
      const { file, kept, people } = await makeNewKey(options);
      say(`The keys of ${people} ${people === 1 ? "person" : "people"} are sealed with a new key: ${file}`);
      if (options.masterKey !== undefined) {
        say("Take it into OPENLYMPH_KEY, keep the one of before for older backups, and then delete this file.");
        return true;
      }
      say("Copy it, now, to where you keep the key.");
      if (kept !== undefined) say(`The one of before opens older backups (restore FILE --key ${kept}).`);
      return true;
    },
  },
  "reset-sign-in": {
    least: 1,
    most: 1,
    flags: [],
    run: async ([email = ""], _values, options, say) => {
      const password = await resetSignIn(options, email, Date.now(), say);
      say(`${email} signs in with this password, once told here, and then sets up a second half: ${password}`);
      return true;
    },
  },
  "to-postgres": {
    least: 1,
    most: 1,
    flags: [],
    run: async ([url = ""], _values, options, say) => {
      if (!/^postgres(ql)?:\/\//.test(url)) {
        raise("usage/invalid", { path: "URL", expected: "such as postgres://name:password@host/database" });
      }
      await toPostgres(options, url);
      say("Everything is in PostgreSQL, read again and compared. The folder is as it was.");
      say("Start the server with DATABASE_URL set to it, and keep the key: it goes on being needed.");
      return true;
    },
  },
};

/** Codes: 0 all is well, 1 something is wrong with a store, 2 the command could not be carried out. */
export async function runCommand(words: readonly string[], options: CommandOptions, say: Say): Promise<0 | 1 | 2> {
  try {
    const { values, positionals } = parsed(words);
    const [name = "", ...given] = positionals;
    if (values.help || (name === "" && words.length === 0)) {
      say(usage);
      return values.help ? 0 : 2;
    }
    const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
    if (verb === undefined) {
      return raise("usage/invalid", { value: name, expected: `one of ${Object.keys(verbs).join(", ")}` });
    }
    const { least = 0, most, flags: known, run } = verb;
    const strange = Object.keys(values).find((flag) => !known.some((each) => each === flag));
    if (strange !== undefined) raise("usage/invalid", { value: `--${strange}`, hint: `${name} does not know it.` });
    if (given.length < least || given.length > most)
      raise("usage/invalid", { value: words.join(" "), hint: `\n${usage}` });
    return (await run(given, values, options, say)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    say(error.message);
    return 2;
  }
}
