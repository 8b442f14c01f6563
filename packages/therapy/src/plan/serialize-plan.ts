import type { Plan, PlanStep } from "./plan.ts";
import type { PlanVersion } from "./version/version.ts";
import { writtenStep } from "./written-step.ts";

/** Text that YAML reads back as the same string without quotes. */
const plain = /^[A-Za-z][A-Za-z0-9 _/().,;%+-]*[A-Za-z0-9_/().,;%+-]$/;
/** A number with a unit. */
const quantity = /^\d+(\.\d+)? [A-Za-z]+$/;
const reserved = /^(true|false|null|yes|no|on|off|y|n|nan|inf)$/i;

function scalar(value: string | number | boolean): string {
  if (typeof value !== "string") return String(value);
  return (plain.test(value) && !reserved.test(value)) || quantity.test(value) ? value : JSON.stringify(value);
}

function list(values: readonly (string | number)[]): string {
  return `[${values.map((value) => (typeof value === "number" ? String(value) : JSON.stringify(value))).join(", ")}]`;
}

/** A paragraph: folded over lines when its words are single-spaced text, quoted otherwise. */
function paragraph(key: string, text: string): readonly string[] {
  if (text.length <= 90 || !/^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(text)) return [`${key}: ${scalar(text)}`];
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 100) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return [`${key}: >-`, ...lines.map((line) => `  ${line}`)];
}

function stepLines(step: PlanStep): readonly string[] {
  const lines = Object.entries(writtenStep(step)).map(([key, value]) => `${key}: ${scalar(value)}`);
  return lines.map((line, at) => (at === 0 ? `  - ${line}` : `    ${line}`));
}

function versionLines({ number, author, date, reason, reviewStatus, hash }: PlanVersion): readonly string[] {
  return [
    `  - number: ${number}`,
    `    author: { name: ${JSON.stringify(author.name)}, role: ${author.role} }`,
    `    date: ${date}`,
    ...paragraph("reason", reason).map((line) => `    ${line}`),
    `    reviewStatus: ${reviewStatus}`,
    `    hash: "${hash}"`,
  ];
}

/**
 * A plan as a file, such that `parsePlan` gives the same plan back. Pressures that are a stroke's default are not
 * written, so that they stay marked as such.
 */
export function serializePlan(plan: Plan): string {
  const { stated, exit } = plan;
  const text = (key: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : paragraph(key, value);
  const under = (key: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`${key}:`, ...lines.map((line) => `  ${line}`)];
  const minutes = stated?.minutes;
  const minutesLine =
    minutes === undefined ? [] : [`minutes: ${typeof minutes === "number" ? minutes : list(minutes)}`];
  const items = (values: readonly string[] | undefined): readonly string[] =>
    (values ?? []).map((value) => `- ${scalar(value)}`);
  const lines = [
    `format: ${plan.format}`,
    ...text("title", plan.title),
    ...text("about", plan.about),
    ...text("for", plan.for),
    `affectedSide: ${plan.affectedSide}`,
    ...text("position", plan.position),
    ...text("garment", plan.garment),
    ...text("stopRule", plan.stopRule),
    ...under("stated", [...minutesLine, ...text("frequency", stated?.frequency)]),
    ...(exit === undefined
      ? []
      : under("exit", [`region: ${exit.region}`, `side: ${exit.side}`, ...text("reason", exit.reason)])),
    ...under("exitChoices", items(plan.exitChoices)),
    ...under("extraChecks", items(plan.extraChecks)),
    ...under("provenance", [`tag: ${plan.provenance.tag}`, ...text("source", plan.provenance.source)]),
    `reviewStatus: ${plan.reviewStatus}`,
    `complete: ${plan.complete}`,
    ...(plan.versions === undefined ? [] : ["versions:", ...plan.versions.flatMap(versionLines)]),
    "steps:",
    ...plan.steps.flatMap(stepLines),
  ];
  return `${lines.join("\n")}\n`;
}
