import {
  type DoneRepair,
  type FindingBasis,
  type PlanCheck,
  type PlanFinding,
  type Severity,
  severities,
} from "@openlymph/therapy";
import { type Block, heading, list, text } from "../output/page.ts";

const basisWords: Readonly<Record<FindingBasis, string>> = {
  taught: "taught by the schools",
  computed: "computed on the network",
  measured: "counted in people",
  written: "read off the plan",
};

function findingWords({ step, code, message, repair }: PlanFinding): string {
  const change = repair === undefined ? "" : ` Proposed: ${repair.words}`;
  return `Step ${step} [${code}]: ${message}${change}`;
}

const headings: Readonly<Record<Severity, string>> = { error: "Errors", warning: "Warnings", note: "Notes" };

/** `2 errors, 1 warning and no notes` */
export function countWords(findings: readonly PlanFinding[]): string {
  const parts = severities.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return `${count === 0 ? "no" : count} ${severity}${count === 1 ? "" : "s"}`;
  });
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function restsOn(findings: readonly PlanFinding[]): readonly string[] {
  const by = new Map(findings.map(({ code, basis, source }) => [code, `${code}: ${basisWords[basis]}; ${source}`]));
  return [...by.values()];
}

const eachAlone = (findings: readonly PlanFinding[]): readonly string[] => findings.map(findingWords);

/**
 * Findings by their severity, the gravest first, and what each kind of them rests on.
 *
 * @param lines how findings of one severity are said; one line each when left out.
 */
export function findingBlocks(findings: readonly PlanFinding[], lines = eachAlone): readonly Block[] {
  if (findings.length === 0) return [];
  const bySeverity = severities.flatMap((severity) => {
    const found = findings.filter((finding) => finding.severity === severity);
    return found.length === 0 ? [] : [heading(headings[severity]), list(lines(found))];
  });
  return [...bySeverity, heading("What these rest on"), list(restsOn(findings))];
}

/** Places that have to be left out although nobody said where they are. */
export function unlocatedBlocks({ unlocated }: PlanCheck): readonly Block[] {
  if (unlocated.length === 0) return [];
  const places = unlocated.join(", ");
  return [text(`Not compared, as the answers do not say where: ${places}. Name the place under where.`)];
}

/** A change that was made: `Leave this step out: simple skin stretch, whole arm, affected (avoided-region).` */
export function doneWords({ where, code, repair }: DoneRepair): string {
  return `${(repair?.words ?? "").replace(/\.$/, "")}: ${where} (${code}).`;
}
