import { unknownName } from "@openlymph/anatomy";
import { attempt, type Document, day, parseDocumentText, type Result, readAs } from "@openlymph/base";
import { dateSeconds, readDay } from "../fields/moment.ts";
import { resolveScope, type Scope } from "../fields/scope.ts";
import { at, placed, refuse } from "../history/read-context.ts";
import { contraindicationLibrary, contraindicationsById } from "../library/contraindication.ts";
import { emergencyRules, liftableRules } from "./lifting.ts";
import { answerIds } from "./screen.ts";
import { type Answer, answerWords, type Episode, type Lifting, type Screening, screeningFormat } from "./screening.ts";
import { screeningSchema, type WrittenScreening } from "./screening-schema.ts";

type Path = readonly PropertyKey[];
const { engineRules, places, restart } = contraindicationLibrary;

function known(document: Document, path: Path, kind: string, id: string, ids: Iterable<string>): string {
  const all = [...ids];
  if (all.includes(id)) return id;
  const { code, ...detail } = unknownName(kind, id, all);
  const { expected, hint } = detail;
  return refuse({ document }, path, code, {
    value: id,
    ...(expected === undefined ? {} : { expected }),
    ...(hint === undefined ? {} : { hint }),
  });
}

function answer(document: Document, path: Path, value: unknown): Answer {
  const found = answerWords.find((word) => word === value);
  return found ?? refuse({ document }, path, "field/invalid", { expected: `one of ${answerWords.join(", ")}` });
}

/** A day, or a day with its time, as seconds since 1970. */
function moment(document: Document, path: Path, value: unknown): number {
  const seconds = typeof value === "string" ? dateSeconds(value) : undefined;
  return (
    seconds ??
    refuse({ document }, path, "field/invalid", { expected: "a date such as 2026-11-22 or 2026-11-22T08:00" })
  );
}

function answers(document: Document, written: WrittenScreening): Screening["answers"] {
  const entries = Object.entries(written.answers).map(([id, value]) => {
    const path = ["answers", id];
    return [known(document, path, "question", id, answerIds), answer(document, path, value)] as const;
  });
  return Object.fromEntries(entries);
}

function placesOf(document: Document, written: WrittenScreening): Screening["where"] {
  const ofPerson = [...contraindicationsById.values()]
    .filter(({ avoidRegions }) => avoidRegions?.some((place) => places[place]?.ofThePerson === true))
    .map(({ id }) => id);
  const entries = Object.entries(written.where).map(([rule, scopes]) => {
    const path: Path = ["where", rule];
    known(document, path, "rule with a place of the person", rule, ofPerson);
    const read: readonly Scope[] = Array.isArray(scopes)
      ? scopes.map((scope, index) => placed(resolveScope(document, [...path, index], scope)))
      : [placed(resolveScope(document, path, scopes))];
    return [rule, read] as const;
  });
  return Object.fromEntries(entries);
}

type WrittenLifting = WrittenScreening["clearances"][number] | WrittenScreening["overrides"][number];

function lifting(document: Document, path: Path, written: WrittenLifting): Lifting {
  const rules = written.rules.map((rule, index) => {
    const place = [...path, "rules", index];
    if (emergencyRules.has(rule)) {
      return refuse({ document }, place, "field/invalid", {
        expected: "a rule that is not an emergency: nobody can lift one",
      });
    }
    return known(document, place, "rule", rule, liftableRules);
  });
  const date = at({ document }, [...path, "date"], readDay(written.date));
  const last =
    written.expires === undefined ? undefined : at({ document }, [...path, "expires"], readDay(written.expires));
  if (last !== undefined && last < date) {
    refuse({ document }, [...path, "expires"], "param/out-of-range", { expected: "a date on or after date" });
  }
  const { name, role } = written;
  const recordedBy = "recordedBy" in written ? written.recordedBy : undefined;
  return {
    rules,
    name,
    role,
    date,
    until: last === undefined ? date + engineRules.clearance.defaultDays * day : last + day,
    text: "text" in written ? written.text : written.reason,
    ...(recordedBy === undefined ? {} : { recordedBy }),
  };
}

function episode(document: Document, path: Path, written: WrittenScreening["infections"][number]): Episode {
  const { rule, began, feverFreeSince, ...signs } = written;
  known(
    document,
    [...path, "rule"],
    "infection",
    rule,
    restart.map((one) => one.rule),
  );
  const start = moment(document, [...path, "began"], began);
  const free = feverFreeSince === undefined ? undefined : moment(document, [...path, "feverFreeSince"], feverFreeSince);
  if (free !== undefined && free < start) {
    refuse({ document }, [...path, "feverFreeSince"], "param/out-of-range", { expected: "a date on or after began" });
  }
  const given = Object.entries(signs).filter(([, value]) => value !== undefined);
  return {
    rule,
    began: start,
    ...(free === undefined ? {} : { feverFreeSince: free }),
    signs: Object.fromEntries(given.map(([sign, value]) => [sign, answer(document, [...path, sign], value)])),
  };
}

/** The document with its format filled in: a file of nothing but answers needs none. */
function withFormat(document: Document): Document {
  const { data } = document;
  const plain = typeof data === "object" && data !== null && !Array.isArray(data);
  return plain && !("format" in data) && "answers" in data
    ? { ...document, data: { format: screeningFormat, ...data } }
    : document;
}

/**
 * Reads an answers file (`openlymph/screening@1`; a file with `answers` may leave the format out).
 *
 * @param file name as the person gave it, for messages.
 * @returns the answers, with places as territory ids and times as seconds since 1970; or one failure with file, line,
 * field, value and what is allowed: unknown questions and rules (with the closest id), answers other than yes, no and
 * unknown, roles that cannot clear, emergencies that nobody can lift, dates that do not exist or run backwards.
 */
export function parseScreening(text: string, file: string): Result<Screening> {
  const parsed = parseDocumentText(text, file);
  if (!parsed.ok) return parsed;
  const document = withFormat(parsed.value);
  const read = readAs(document, screeningFormat, screeningSchema);
  if (!read.ok) return read;
  const written = read.value;
  return attempt(() => {
    const { title, about, date } = written;
    const given = date === undefined ? undefined : moment(document, ["date"], date);
    return {
      ...(title === undefined ? {} : { title }),
      ...(about === undefined ? {} : { about }),
      answers: answers(document, written),
      ...(given === undefined ? {} : { answeredAt: given, dayOnly: String(date).length === 10 }),
      where: placesOf(document, written),
      clearances: written.clearances.map((one, index) => lifting(document, ["clearances", index], one)),
      overrides: written.overrides.map((one, index) => lifting(document, ["overrides", index], one)),
      episodes: written.infections.map((one, index) => episode(document, ["infections", index], one)),
    };
  });
}
