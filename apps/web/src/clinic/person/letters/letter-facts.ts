/** What of the record goes into a letter, by the content list of the knowledge base; what is missing is missing. */
import { measured, protocols } from "@openlymph/measurement";
import type { CareRecord } from "@openlymph/record";
import { type Answers, contraindicationsById, parseHistory, parseScreening, screen } from "@openlymph/therapy";
import { tellCondition, tellProcedure } from "../../../history/tell-history.ts";
import { dayShort } from "../../when.ts";
import { words } from "../../words/words.ts";
import { estimateSaid } from "../measure/numbers.ts";
import { affectedSide, inOrder, kindKey, kindOf, momentOf, tapeSeries } from "../measure/tape-series.ts";

const told = words.letters.body;
export type LetterField = keyof typeof told.fields;
export type LetterFacts = Readonly<Partial<Record<LetterField, string>>>;

/** Rules whose answers say something of a field. */
const rulesOf: Readonly<Partial<Record<LetterField, readonly string[]>>> = {
  cancer: ["cancer_untreated", "cancer_treatment", "skin_met"],
  systemic: ["edema_unknown"],
  cellulitis: ["cellulitis"],
  heart: ["dvt", "hf_decomp", "hf_comp", "renal_acute", "ckd", "liver", "diabetes"],
  skin: ["open_wound", "skin_local", "rad_skin"],
};

function answersSaid(answers: Answers, rules: readonly string[]): string {
  const said = rules.flatMap((id) => {
    const label = contraindicationsById.get(id)?.label ?? id;
    if (answers[id] === "yes") return [told.yes(label)];
    return answers[id] === "no" ? [told.no(label)] : [];
  });
  return said.join("; ");
}

function historyFacts(text: string | undefined): LetterFacts {
  const read = text === undefined ? undefined : parseHistory(text, "history.yaml");
  if (read?.ok !== true) return {};
  const { procedures, conditions } = read.value;
  return {
    cause: procedures.map((each) => `${tellProcedure(each)}, ${each.date}`).join("; "),
    onset: conditions.map(tellCondition).join("; "),
  };
}

function screeningFacts({ screenings }: CareRecord): LetterFacts {
  const last = screenings.at(-1);
  const read = last === undefined ? undefined : parseScreening(last.text, "screening.yaml");
  if (last === undefined || read?.ok !== true) return {};
  const judged = screen(read.value, Date.parse(last.at) / 1000);
  if (!judged.ok) return {};
  const { decision, reasons } = judged.value;
  const said = words.person.screening.decisions[decision];
  const names = reasons.map(({ label }) => label).join("; ");
  const { answers } = read.value;
  const answered = Object.entries(rulesOf).map(([field, rules]) => [field, answersSaid(answers, rules)]);
  return { screening: told.screened(said, dayShort(Date.parse(last.at)), names), ...Object.fromEntries(answered) };
}

/** The last measurement of each limb, with its protocol. */
function measurementFacts({ measurements, person }: CareRecord): LetterFacts {
  const lines = (["arm", "leg"] as const).flatMap((limb) => {
    const last = inOrder(measurements.filter((each) => each.limb === limb)).at(-1);
    if (last === undefined) return [];
    const kind = kindOf(last);
    const own = inOrder(measurements).filter((each) => kindKey(kindOf(each)) === kindKey(kind));
    const series = tapeSeries(own, kind, affectedSide(limb, person?.limbs ?? []));
    if (!series.ok) return [];
    const { volumes, compared } = measured(series.value, own.length - 1);
    const volume = (side: "left" | "right") =>
      volumes[side] === undefined ? words.letters.notIn : estimateSaid(volumes[side]);
    const protocol = protocols.find(({ id }) => id === last.protocol)?.name ?? last.protocol;
    const difference = compared === undefined ? "" : estimateSaid(compared.difference, true);
    return [told.volumes(protocol, dayShort(Date.parse(momentOf(last))), volume("left"), volume("right"), difference)];
  });
  return { measurements: lines.join("; ") };
}

/** Every fact that the record holds; a field that is empty is not in it. */
export function letterFacts(record: CareRecord): LetterFacts {
  const { person, history, sessions, plan } = record;
  const last = sessions.at(-1);
  const all: LetterFacts = {
    contact: [person?.phone, person?.email].filter(Boolean).join(", "),
    side: person?.limbs.map((limb) => words.limbs[limb]).join(", ") ?? "",
    stage: person?.stage ?? "",
    ...historyFacts(history?.text),
    ...screeningFacts(record),
    ...measurementFacts(record),
    plan: plan?.title ?? "",
    home: last === undefined ? "" : told.sessions(sessions.length, dayShort(Date.parse(last.begunAt))),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
}
