import type { Findings, FluidFinding, LimbFinding, Rehearsal } from "@openlymph/rehearsal";
import { fixed, inUnit, percent, timeWords, withUnit } from "../output/numbers.ts";
import { numbers, type Table, words } from "../output/table.ts";
import { limbWords, shortNodeWords } from "../words/place-words.ts";

const mL = (si: number, digits: number) => inUnit(si, "volume", "mL", digits);

/** The moments of the findings: `end of session (11.3 min)`, `6 h`. */
export function momentWords({ findings, duration }: Rehearsal): readonly string[] {
  return findings.times.map((time) => (time === duration ? `end, ${timeWords(time)}` : timeWords(time)));
}

/** Limbs, then the parts that are no limb. */
function fluidRows({ limbs, parts }: Findings): readonly (FluidFinding & { readonly name: string })[] {
  return [...limbs.map((limb) => ({ ...limb, name: limbWords(limb.limb) })), ...parts];
}

/** How each limb and part is when the session begins. */
export function limbsTable({ findings }: Rehearsal): Table {
  return {
    title: "The body when the session begins",
    about: "Excess is tissue fluid above the healthy body, in per cent of the healthy part's volume.",
    columns: [words("part"), numbers("excess (mL)"), numbers("excess (%)"), numbers("lymph flow (% of healthy)")],
    rows: fluidRows(findings).map(({ name, excess, excessShare, flowShare }) => [
      name,
      mL(excess, 1),
      percent(excessShare, 1),
      percent(flowShare, 0),
    ]),
  };
}

/** What the session changes in each limb, against the same body without it. */
export function changeTable(rehearsal: Rehearsal): Table {
  const moments = momentWords(rehearsal);
  return {
    title: "Fluid with the session minus fluid without it (mL)",
    about: "At moments counted from the beginning of the session. A minus is less fluid there.",
    columns: [words("part"), ...moments.map((moment) => numbers(moment))],
    rows: fluidRows(rehearsal.findings).map(({ name, difference }) => [
      name,
      ...difference.map((value) => mL(value, 3)),
    ]),
  };
}

/** The limb the session is about, with its finding. */
export function mainLimb({ limbs, bound }: Findings): LimbFinding | undefined {
  return limbs.find(({ limb }) => limb === bound.limb);
}

/** The change of the limb beside the most that its vessels could add, in words. */
export function boundWords({ findings }: Rehearsal): string {
  const { bound, times } = findings;
  const main = mainLimb(findings);
  if (main === undefined)
    return "The bound is known for limbs only; no limb is swollen here and no stroke touches one.";
  const last = times.at(-1) ?? 0;
  const difference = main.difference.at(-1) ?? 0;
  const size = mL(Math.abs(difference), 2);
  const less = difference <= 0 ? "less" : "more";
  const change = size === "0.00" ? "the same fluid to 0.01 mL as" : `${size} mL ${less} fluid than`;
  const within = Math.abs(difference) <= bound.total ? "within" : "above";
  return (
    `After ${timeWords(last)} the ${limbWords(main.limb)} holds ${change} without the session: ${within} the bound of ` +
    `${mL(bound.total, 2)} mL that arithmetic sets for its lymph vessels alone (${mL(bound.duringStrokes, 2)} mL during ` +
    `${timeWords(bound.duration)} of strokes and ${mL(bound.afterwards, 2)} mL afterwards, from a lymph flow of ` +
    `${withUnit(bound.lymphFlow, "flow", "mL/h", 2)}). A bound is not what is to be expected.`
  );
}

/** Detours: anastomoses that carry lymph. */
export function routesTable({ findings }: Rehearsal): Table {
  const span = timeWords(findings.times.at(-1) ?? 0);
  return {
    title: "Detours that carry lymph",
    about:
      "Links between basins that are closed or minor in health. Their conductance is assumed; no measurement was found.",
    columns: [
      words("detour"),
      words("from"),
      words("to"),
      numbers("flow at the start (mL/h)"),
      numbers(`${span} without (mL)`),
      numbers(`${span} with (mL)`),
    ],
    rows: findings.routes.map(({ name, from, to, flow, withSession, without }) => [
      name,
      shortNodeWords(from),
      shortNodeWords(to),
      inUnit(flow, "flow", "mL/h", 3),
      mL(without, 3),
      mL(withSession, 3),
    ]),
  };
}

/** Fluid over the watersheds of the skin. */
export function watershedsTable({ findings }: Rehearsal): Table {
  const span = timeWords(findings.times.at(-1) ?? 0);
  return {
    title: "Across the watersheds",
    about: `Fluid that crossed in ${span}, in either direction; lines below 0.001 mL are left out. The resistance of a watershed is a guess.`,
    columns: [
      words("watershed"),
      numbers("skin, without (mL)"),
      numbers("skin, with (mL)"),
      numbers("detours, without (mL)"),
      numbers("detours, with (mL)"),
    ],
    rows: findings.watersheds
      .map(({ name, tissue, anastomoses }) => [
        name,
        mL(tissue.without, 3),
        mL(tissue.withSession, 3),
        mL(anastomoses.without, 3),
        mL(anastomoses.withSession, 3),
      ])
      .filter(([, ...volumes]) => volumes.some((volume) => Number(volume) > 0)),
  };
}

/** Node groups in falling order of their load. */
export function nodesTable({ findings }: Rehearsal): Table {
  const nodes = [...findings.nodes].sort((a, b) => b.peakLoad - a.peakLoad);
  return {
    title: "Nodes and vessels with the highest load",
    about: "Load is inflow over healthy inflow, at the start and at its highest during the run with the session.",
    columns: [
      words("node group, trunk or duct"),
      numbers("load"),
      numbers("highest"),
      numbers("pressure (mmHg)"),
      numbers("healthy (mmHg)"),
      numbers("removed (%)"),
    ],
    rows: nodes.map(({ node, load, peakLoad, pressure, healthyPressure, removed }) => [
      shortNodeWords(node),
      fixed(load, 2),
      fixed(peakLoad, 2),
      inUnit(pressure, "pressure", "mmHg", 1),
      inUnit(healthyPressure, "pressure", "mmHg", 1),
      removed === 0 ? "" : percent(removed, 0),
    ]),
  };
}

/** What was taken out and what conductance is left. */
export function removedTable({ findings, index, conductance }: Rehearsal): Table {
  const left = new Map(index.nodes.map((node, n) => [node, conductance[n] ?? 1]));
  const damaged = findings.nodes.filter(({ node, removed }) => removed > 0 || (left.get(node) ?? 1) < 1);
  return {
    title: "Nodes removed or scarred",
    about: "Shares are estimates of what the procedures of the history take; what is left includes the assumed bypass.",
    columns: [words("node group"), numbers("removed (%)"), numbers("conductance left (%)")],
    rows: damaged.map(({ node, removed }) => [
      shortNodeWords(node),
      percent(removed, 0),
      percent(left.get(node) ?? 1, 1),
    ]),
  };
}

/** What reached the blood. */
export function anglesTable({ findings }: Rehearsal): Table {
  const span = timeWords(findings.times.at(-1) ?? 0);
  return {
    title: "What reaches the blood",
    columns: [
      words("venous angle"),
      numbers(`${span} without (mL)`),
      numbers(`${span} with (mL)`),
      numbers("more (mL)"),
    ],
    rows: findings.venousAngles.map(({ name, withSession, without }) => [
      name,
      mL(without, 1),
      mL(withSession, 1),
      mL(withSession - without, 3),
    ]),
  };
}
