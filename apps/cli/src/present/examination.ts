import { minute } from "@openlymph/base";
import { besideExamination, type Examination, type ExaminationBeside } from "@openlymph/rehearsal";
import { fixed, percent, significant, timeWords } from "../output/numbers.ts";
import { numbers, type Table, words } from "../output/table.ts";
import { shortNodeWords, territoryWords } from "../words/place-words.ts";

const end = (values: readonly number[]): number => values.at(-1) ?? Number.NaN;

/** A share of the dose with as many decimals as it needs to be read. */
export function doseShare(share: number): string {
  return percent(share, share < 0.0995 ? 3 : 1);
}

function arrivalWords(arrival: number | undefined): string {
  return arrival === undefined ? "not seen" : timeWords(arrival);
}

/** Shares of the time followed that are shown; give them to the examination, so that they are among its times. */
export const shownShares = [1 / 24, 1 / 12, 1 / 4, 1 / 2, 1] as const;

/** Places in the times of an examination: a handful, ever wider apart, the end among them. */
export function shownPlaces(times: readonly number[]): readonly number[] {
  const last = end(times);
  const wanted = shownShares.map((share) => share * last);
  return wanted.map((time) =>
    times.reduce((best, at, n) => (Math.abs(at - time) < Math.abs(times[best]! - time) ? n : best), 0),
  );
}

/** What was injected where, and what seen means. */
export function injectedWords({ tracer, injected, times }: Examination): string {
  return (
    `Injected: ${tracer.name} (${tracer.about}) into the skin of ${injected.map(territoryWords).join("; ")}; followed for ` +
    `${timeWords(end(times))}. Seen means: ${significant(100 * tracer.detection.value, 2)} % of the dose in a place, or past it. ` +
    "How fast lymph runs in health is an input (hand to armpit, seven people); what nodes hold back is assumed."
  );
}

/** Where the dose is over time. */
export function doseTable({ times, findings, solute }: Examination): Table {
  const { depot, nodes, backflowShare, blood } = findings;
  const held = (at: number) =>
    nodes.reduce((sum, node) => (node.kind === "nodeGroup" ? sum + (node.uptake[at] ?? 0) : sum), 0);
  return {
    title: "Where the dose is (% of it)",
    about: "Depot: the injected skin. Elsewhere: skin outside it, reached through tissue and through detours.",
    columns: [
      numbers("time"),
      numbers("depot"),
      numbers("nodes"),
      numbers("skin elsewhere"),
      numbers("vessels"),
      numbers("blood"),
    ],
    rows: shownPlaces(times).map((at) => {
      const [inDepot, inNodes, inSkin, inBlood] = [
        depot.share[at] ?? 0,
        held(at),
        backflowShare[at] ?? 0,
        blood.share[at] ?? 0,
      ];
      const all = solute[at]?.books[0] ?? 1;
      const rest = Math.max(0, all - inDepot - inNodes - inSkin - inBlood);
      return [timeWords(times[at] ?? 0), ...[inDepot, inNodes, inSkin, rest, inBlood].map(doseShare)];
    }),
  };
}

/** Nodes, trunks, ducts and venous angles on the way, the earliest first. */
export function tracedNodesTable({ findings }: Examination): Table {
  return {
    title: "Nodes, trunks and ducts, in the order in which they are seen",
    columns: [
      words("node group, trunk or duct"),
      numbers("first seen after"),
      numbers("passed by (% of dose)"),
      numbers("holds at the end (%)"),
    ],
    rows: findings.nodes.map(({ node, kind, arrival, entered, uptake }) => [
      shortNodeWords(node),
      arrivalWords(arrival),
      doseShare(entered),
      kind === "sink" ? "" : doseShare(end(uptake)),
    ]),
  };
}

/** Collector bundles out of the injected skin. */
export function tracedBundlesTable({ findings }: Examination): Table {
  return {
    title: "Collectors out of the injected skin",
    about: "Lymph once through: the lymph of the bundle over its flow. Its way is measured straight on the map.",
    columns: [
      words("from"),
      words("to"),
      numbers("way (cm)"),
      numbers("lymph once through"),
      numbers("speed (cm/min)"),
      numbers("first seen after"),
      numbers("carried (% of dose)"),
    ],
    rows: findings.bundles.map(({ from, to, length, transit, arrival, carried }) => [
      territoryWords(from),
      shortNodeWords(to),
      fixed(100 * length, 0),
      transit === undefined ? "no flow" : timeWords(transit),
      transit === undefined ? "" : fixed((100 * length * minute) / transit, 1),
      arrivalWords(arrival),
      doseShare(carried),
    ]),
  };
}

/** Skin elsewhere in which tracer turned up. */
export function backflowTable({ findings }: Examination): Table {
  return {
    title: "Tracer in skin elsewhere (dermal backflow)",
    about: "Through tissue from its neighbours, or in a detour that runs through this skin.",
    columns: [words("skin"), numbers("first seen after"), numbers("at the end (% of dose)")],
    rows: findings.backflow.map(({ territory, arrival, share }) => [
      territoryWords(territory),
      arrivalWords(arrival),
      doseShare(end(share)),
    ]),
  };
}

/** Detours that carried tracer. */
export function tracedDetoursTable({ findings }: Examination): Table {
  return {
    title: "Detours that carried tracer",
    about: "Links between basins that are closed or minor in health. Their conductance is assumed.",
    columns: [words("detour"), words("from"), words("to"), numbers("first seen after"), numbers("carried (% of dose)")],
    rows: findings.detours.map(({ name, from, to, arrival, carried }) => [
      name,
      shortNodeWords(from),
      shortNodeWords(to),
      arrivalWords(arrival),
      doseShare(carried),
    ]),
  };
}

function publishedWords({ published }: ExaminationBeside): string {
  if (published.kind === "mean ± sd") return `${published.value} ± ${published.spread} ${published.unit}`;
  const bound = published.kind === "value" ? "" : `${published.kind} `;
  return `${bound}${published.value} ${published.unit}`;
}

function hereWords({ measure, here, published }: ExaminationBeside): string {
  if (here === undefined) return "not seen";
  if (measure.kind === "reached") return `seen after ${timeWords(here * minute)}`;
  return `${significant(here, 2)} ${published.unit}`;
}

/** What was measured in people with the same tracer in the same skin; empty where we have no such number. */
export function besideTable(examination: Examination): Table {
  return {
    title: "Beside what was measured in people",
    about: "One typical body with this history; those who were measured are other people.",
    columns: [words("measured"), words("in"), numbers("people"), numbers("this body"), words("source")],
    rows: besideExamination(examination).map((each) => [
      each.quantity,
      each.people,
      publishedWords(each),
      hereWords(each),
      `${each.source} (${each.basis})${each.standing === "input" ? "; the model was calibrated on it" : ""}`,
    ]),
  };
}

/** How fast the depot is cleared, and what reached the blood, in two sentences. */
export function clearanceWords({ findings, times }: Examination): string {
  const { clearance } = findings.depot;
  const { byLymph, byNodes, byCapillaries } = findings.blood;
  const ways = [
    `${doseShare(byLymph)} % of the dose by lymph`,
    ...(byNodes > 1e-6 ? [`${doseShare(byNodes)} % out of nodes`] : []),
    ...(byCapillaries > 1e-6 ? [`${doseShare(byCapillaries)} % through capillaries of the skin`] : []),
  ];
  return (
    `The depot loses ${fixed(100 * clearance * minute, 4)} % of what is left a minute (mean over ${timeWords(end(times))}). ` +
    `Until then the blood got ${ways.join(", ")}.`
  );
}

export const noDetourWords = "No detour carried tracer.";
export const noBackflowWords = "No tracer turned up in skin elsewhere.";
