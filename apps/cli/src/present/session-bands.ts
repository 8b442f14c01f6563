import {
  type Comparison,
  leastDifference,
  type SessionBands,
  type SessionManner,
  strokeKnowledge,
} from "@openlymph/rehearsal";
import { inUnit, percent, timeWords, withUnit } from "../output/numbers.ts";
import { numbers, type Table, words } from "../output/table.ts";
import { bandWords, partWords } from "../words/band-words.ts";

const mL = (digits: number) => (si: number) => inUnit(si, "volume", "mL", digits);

export const mannerWords: Readonly<Record<SessionManner, string>> = {
  vessels: "vessels alone",
  displacing: "hands that displace",
};

/** `A`, `B`: how plans are called where their titles are too long. */
export const planLetter = (plan: number): string => String.fromCharCode(65 + plan);

/** A reported moment: `end of A, 11.3 min`, `6 h`. */
export function momentWords({ plans }: SessionBands, time: number): string {
  const ending = plans.flatMap(({ duration }, plan) => (duration === time ? [planLetter(plan)] : []));
  if (ending.length === 0) return timeWords(time);
  const which = plans.length === 1 ? "" : ` of ${ending.join(" and ")}`;
  return `end${which}, ${timeWords(time)}`;
}

/** Plans by their letters, where there are two. */
export function plansWords({ plans }: SessionBands): string {
  return plans
    .map(({ title, duration }, plan) => `${planLetter(plan)}: ${title} (${timeWords(duration)} of strokes).`)
    .join(" ");
}

/** The bodies when the sessions begin. */
export function startTable({ parts }: SessionBands): Table {
  return {
    title: "The virtual bodies when the session begins",
    about: "Fluid above health: median of the bodies (range of nine in ten).",
    columns: [words("part"), numbers("excess (mL)"), numbers("excess (%)")],
    rows: parts.map(({ part, excess, excessShare }) => [
      partWords(part),
      bandWords(excess, mL(1)),
      bandWords(excessShare, (share) => percent(share, 1)),
    ]),
  };
}

/** What the sessions move out of the part they are about. */
export function movedTable(bands: SessionBands): Table {
  const { main, parts, plans, reportTimes, times } = bands;
  const sessions = parts.find(({ part }) => part === main)?.sessions ?? [];
  const name = (plan: number) => (plans.length === 1 ? "" : `${planLetter(plan)}, `);
  return {
    title: `Moved out of the ${partWords(main)} (mL)`,
    about:
      "Fluid there without the session minus fluid there with it, after the time since the session began: median of the bodies (range of nine in ten). " +
      "Vessels alone: hands raise the flow of lymph vessels. Hands that displace: while they push, the tissue beneath them also conducts 1 to 1000 times better, another factor in every body.",
    columns: [numbers("after"), ...sessions.map(({ plan, manner }) => numbers(`${name(plan)}${mannerWords[manner]}`))],
    rows: reportTimes
      .slice(1)
      .map((time) => [
        momentWords(bands, time),
        ...sessions.map(({ moved }) => bandWords(moved[times.indexOf(time)]!, mL(3))),
      ]),
  };
}

/** Why nobody can say how much a session moves. */
export function displacementWords({ main, parts, plans, times }: SessionBands): string {
  const end = times.indexOf(plans[0]?.duration ?? 0);
  const [vessels, displacing] = (parts.find(({ part }) => part === main)?.sessions ?? []).map(
    ({ moved }) => moved[end]!,
  );
  if (vessels === undefined || displacing === undefined) return "";
  const range = ({ p5, p95 }: typeof vessels) => `${mL(3)(p5)} to ${withUnit(p95, "volume", "mL", 3)}`;
  return (
    `Nobody can say how much a session moves. How well fluid flows through tissue under a hand has not been measured; where ` +
    `free fluid stands it might be up to a thousand times better than at rest. At the end of the session${plans.length === 1 ? "" : " (A)"}, nine in ten bodies lie at ${range(vessels)} ` +
    `with the vessels alone, and at ${range(displacing)} if hands displace fluid by a factor drawn between 1 and 1000.`
  );
}

/** In how many bodies which plan moves more. */
export function comparisonTable(bands: SessionBands, { manner, at }: Comparison): Table {
  const part = partWords(bands.main);
  return {
    title: `A against B, out of the ${part}: ${mannerWords[manner]}`,
    about:
      `Bodies in which one plan moves more than the other. No difference: less than ${withUnit(leastDifference.volume, "volume", "mL", 2)}, ` +
      `or than ${percent(leastDifference.share, 0)} % of what the larger moves.`,
    columns: [
      numbers("after"),
      numbers("A more"),
      numbers("B more"),
      numbers("no difference"),
      numbers("A minus B (mL)"),
    ],
    rows: at.map(({ time, firstMore, secondMore, noDifference, difference }) => [
      momentWords(bands, time),
      String(firstMore),
      String(secondMore),
      String(noDifference),
      bandWords(difference, mL(3)),
    ]),
  };
}

/** The comparison at the end, in a sentence. */
export function comparisonWords(bands: SessionBands, { manner, at }: Comparison): string {
  const last = at.at(-1);
  if (last === undefined) return "";
  const { time, firstMore, secondMore, noDifference, difference } = last;
  const count = firstMore + secondMore + noDifference;
  const part = partWords(bands.main);
  const where = manner === "vessels" ? "with the vessels alone" : "if hands displace fluid";
  const most = Math.max(firstMore, secondMore, noDifference);
  const size = `The median difference, A minus B, is ${withUnit(difference.median, "volume", "mL", 3)}`;
  const verdict =
    most === noDifference
      ? `no difference can be told in ${noDifference} of ${count} bodies (A moves more in ${firstMore}, B in ${secondMore})`
      : `${firstMore > secondMore ? "A" : "B"} moves more out of the ${part} in ${most} of ${count} bodies, ${firstMore > secondMore ? "B" : "A"} in ${Math.min(firstMore, secondMore)}, and in ${noDifference} no difference can be told`;
  return `After ${timeWords(time)}, ${where}: ${verdict}. ${size}.`;
}

/** What is computed, taught and measured about strokes. */
export function strokeKnowledgeTable(): Table {
  return {
    title: "Order, direction and pressure: computed, taught, measured",
    about: "Computed is what this model does; taught is what schools say; measured is what was found in people.",
    columns: [words("strokes"), words("computed"), words("taught"), words("measured")],
    rows: strokeKnowledge.map(({ topic, computed, taught, measured }) => [topic, computed, taught, measured]),
  };
}
