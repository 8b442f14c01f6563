import { day } from "@openlymph/base";
import { type Scope, writtenScope } from "../fields/scope.ts";
import { dayText } from "./lifting.ts";
import { type Episode, type Lifting, type Screening, screeningFormat } from "./screening.ts";

/** A text in quotes, as YAML and JSON both read it. */
const quoted = (text: string): string => JSON.stringify(text);

/** `2026-11-22T08:00`, to the minute. */
const minuteText = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 16);

/** A group of fields on one line; those without a value are left out. */
function group(fields: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return `{ ${given.map(([key, value]) => `${key}: ${value}`).join(", ")} }`;
}

const list = (values: readonly string[] | undefined): string | undefined =>
  values === undefined ? undefined : `[${values.join(", ")}]`;

function scopeText(scope: Scope): string {
  const { limb, segments, region, territories, side } = writtenScope(scope);
  return group({ limb, segments: list(segments), region, territories: list(territories), side });
}

function liftingText({ rules, name, role, date, until, text, recordedBy }: Lifting, why: "text" | "reason"): string {
  return group({
    rules: list(rules),
    name: quoted(name),
    role,
    date: dayText(date),
    expires: dayText(until - day),
    [why]: quoted(text),
    recordedBy: recordedBy === undefined ? undefined : quoted(recordedBy),
  });
}

function episodeText({ rule, began, feverFreeSince, signs }: Episode): string {
  const free = feverFreeSince === undefined ? undefined : minuteText(feverFreeSince);
  return group({ rule, began: minuteText(began), feverFreeSince: free, ...signs });
}

/** Lines under a key; nothing where there are none. */
function under(key: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${key}:`, ...lines.map((line) => `  ${line}`)];
}

function dateLine({ answeredAt, dayOnly }: Screening): readonly string[] {
  if (answeredAt === undefined) return [];
  return [`date: ${dayOnly === true ? dayText(answeredAt) : minuteText(answeredAt)}`];
}

/**
 * A screening as a file, such that `parseScreening` gives the same screening back. Moments are written to the minute,
 * clearances and overrides with their last day.
 */
export function serializeScreening(screening: Screening): string {
  const { title, about, where, clearances, overrides, episodes } = screening;
  const answers = Object.entries(screening.answers).map(([id, answer]) => `${id}: ${answer}`);
  const places = Object.entries(where).map(([rule, scopes]) => `${rule}: [${scopes.map(scopeText).join(", ")}]`);
  const lines = [
    `format: ${screeningFormat}`,
    ...(title === undefined ? [] : [`title: ${quoted(title)}`]),
    ...(about === undefined ? [] : [`about: ${quoted(about)}`]),
    ...dateLine(screening),
    ...(answers.length === 0 ? ["answers: {}"] : under("answers", answers)),
    ...under("where", places),
    ...under(
      "clearances",
      clearances.map((one) => `- ${liftingText(one, "text")}`),
    ),
    ...under(
      "overrides",
      overrides.map((one) => `- ${liftingText(one, "reason")}`),
    ),
    ...under(
      "infections",
      episodes.map((one) => `- ${episodeText(one)}`),
    ),
  ];
  return `${lines.join("\n")}\n`;
}
