/** Clearances and infections in words. */
import { day } from "@openlymph/base";
import type { Episode, JudgedLifting, Lifting } from "@openlymph/therapy";
import { daySaid, whenSaid } from "../../when.ts";
import { words } from "../../words/words.ts";

const screening = words.person.screening;
const { clearances, infections } = screening;
const roles: Readonly<Record<string, string>> = clearances.roles;
const signs: Readonly<Record<string, string>> = infections.signs;

/** A day of a file, which is one of Greenwich, as a day of this device. */
const dayOfFile = (seconds: number): string => {
  const [year = 0, month = 1, date = 1] = new Date(seconds * 1000).toISOString().slice(0, 10).split("-").map(Number);
  return daySaid(new Date(year, month - 1, date).getTime());
};

export function clearanceSaid({ name, role, date, until }: Lifting): string {
  return clearances.said(name, (roles[role] ?? role).toLowerCase(), dayOfFile(date), dayOfFile(until - day));
}

/** Why a clearance does not count for a rule now. */
export function whyNot(given: Lifting, rule: string, liftings: readonly JudgedLifting[]): string | undefined {
  const judged = liftings.find((each) => each.given === given && each.rule === rule);
  return judged?.not === undefined ? undefined : clearances.not(judged.not);
}

export function infectionSaid({ began, feverFreeSince, signs: given }: Episode): string {
  const free = feverFreeSince === undefined ? infections.notFree : infections.freeSaid(whenSaid(feverFreeSince * 1000));
  const answered = Object.entries(given).map(([sign, answer]) => `${signs[sign] ?? sign} ${screening[answer]}.`);
  return [infections.said(dayOfFile(began)), free, ...answered].join(" ");
}
