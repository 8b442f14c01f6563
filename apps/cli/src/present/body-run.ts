import { type Limb, limbs, limbTerritories } from "@openlymph/anatomy";
import {
  type BodyRun,
  excessFluid,
  limbExcessShare,
  lymphFlow,
  remodelled,
  slowChange,
  tissueMeans,
} from "@openlymph/rehearsal";
import { fixed, inUnit, percent, timeWords } from "../output/numbers.ts";
import { numbers, type Table, words } from "../output/table.ts";
import { limbWords, shortNodeWords, territoryWords } from "../words/place-words.ts";

/** Excess below this share of a limb is not called swelling here. */
export const noticeable = 0.001;

/** Excess of every limb at every time. */
export function excessTable({ index, healthy, series }: BodyRun): Table {
  return {
    title: "Excess of each limb (% of the healthy limb's volume)",
    columns: [numbers("time"), ...limbs.map((limb) => numbers(limbWords(limb)))],
    rows: series.states.map((state) => [
      timeWords(state.time),
      ...limbs.map((limb) => percent(limbExcessShare(index, healthy, state, limb), 2)),
    ]),
  };
}

export const noSwellingWords =
  "No limb holds noticeably more fluid than in health (0.1 % of its volume) at any of these times.";

/** The limbs that swell at any of the times. */
export function swollenLimbs({ index, healthy, series }: BodyRun): readonly Limb[] {
  return limbs.filter((limb) =>
    series.states.some((state) => Math.abs(limbExcessShare(index, healthy, state, limb)) > noticeable),
  );
}

/** One limb over time: fluid, lymph flow, tissue pressure and protein. */
export function limbTable({ index, healthy, series }: BodyRun, limb: Limb): Table {
  const territories = limbTerritories(limb);
  const rest = lymphFlow(index, healthy, territories);
  const start = tissueMeans(index, healthy, territories);
  const slow = series.states.some(remodelled);
  const healthyWords = `tissue ${inUnit(start.pressure, "pressure", "mmHg", 1)} mmHg, protein ${fixed(start.protein, 1)} g/L`;
  return {
    title: `The ${limbWords(limb)}`,
    about: `Lymph flow leaves through the limb's collectors; pressure and protein of the tissue fluid are means by volume. ${slow ? "New tissue is scarring, not in the excess of fluid; strength is what overload left to the pumps. " : ""}In health: ${healthyWords}.`,
    columns: [
      numbers("time"),
      numbers("excess (mL)"),
      numbers("excess (%)"),
      numbers("lymph flow (mL/h)"),
      numbers("of healthy (%)"),
      numbers("tissue (mmHg)"),
      numbers("protein (g/L)"),
      ...(slow ? [numbers("new tissue (mL)"), numbers("strength (%)")] : []),
    ],
    rows: series.states.map((state) => {
      const { newTissue, pumpHealth } = slowChange(index, healthy, state, territories);
      const flow = lymphFlow(index, state, territories);
      const { pressure, protein } = tissueMeans(index, state, territories);
      return [
        timeWords(state.time),
        inUnit(excessFluid(index, healthy, state, territories), "volume", "mL", 1),
        percent(limbExcessShare(index, healthy, state, limb), 2),
        inUnit(flow, "flow", "mL/h", 2),
        percent(flow / rest, 1),
        inUnit(pressure, "pressure", "mmHg", 2),
        fixed(protein, 1),
        ...(slow ? [inUnit(newTissue, "volume", "mL", 1), percent(pumpHealth, 0)] : []),
      ];
    }),
  };
}

/** Change of plasma volume, as a share of it, below which nothing is said. */
const noticeablePlasma = 0.005;

/** The blood's plasma over time; no rows where it hardly changed. */
export function plasmaTable({ healthy, series }: BodyRun): Table {
  const changed = series.states.some(
    ({ plasmaVolume, plasmaProtein }) =>
      Math.abs(plasmaVolume / healthy.plasmaVolume - 1) > noticeablePlasma ||
      Math.abs(plasmaProtein / healthy.plasmaProtein - 1) > noticeablePlasma,
  );
  return {
    title: "Plasma",
    about:
      "What leaves the capillaries leaves the blood; kidneys, drink and liver bring it back in an assumed time. Capillaries feel it by the setting plasmaFeedback.",
    columns: [numbers("time"), numbers("volume (L)"), numbers("of healthy (%)"), numbers("protein (g/L)")],
    rows: changed
      ? series.states.map(({ time, plasmaVolume, plasmaProtein }) => [
          timeWords(time),
          inUnit(plasmaVolume, "volume", "L", 3),
          percent(plasmaVolume / healthy.plasmaVolume, 1),
          fixed(plasmaProtein / plasmaVolume, 1),
        ])
      : [],
  };
}

/** Territories at the end of the run, the most swollen first. */
export function territoriesTable({ index, healthy, series }: BodyRun): Table {
  const state = series.states.at(-1) ?? healthy;
  const excess = (k: number) => (state.volume[k] ?? 0) - (healthy.volume[k] ?? 0);
  const order = index.territories.map((_, k) => k).sort((a, b) => Math.abs(excess(b)) - Math.abs(excess(a)));
  return {
    title: `Fluid per territory at ${timeWords(state.time)}`,
    columns: [
      words("territory"),
      numbers("healthy (mL)"),
      numbers("now (mL)"),
      numbers("excess (mL)"),
      numbers("lymph flow (% of healthy)"),
      numbers("tissue (mmHg)"),
      numbers("protein (g/L)"),
    ],
    rows: order.map((k) => {
      const id = index.territories[k] ?? "";
      return [
        territoryWords(id),
        inUnit(healthy.volume[k] ?? 0, "volume", "mL", 1),
        inUnit(state.volume[k] ?? 0, "volume", "mL", 1),
        inUnit(excess(k), "volume", "mL", 2),
        percent(lymphFlow(index, state, [id]) / lymphFlow(index, healthy, [id]), 1),
        inUnit(state.tissuePressure[k] ?? 0, "pressure", "mmHg", 2),
        fixed((state.proteinMass[k] ?? 0) / (state.volume[k] ?? 1), 1),
      ];
    }),
  };
}

/** Lymph pressure of the nodes at the end of the run, the most changed first. */
export function nodePressureTable({ index, healthy, series }: BodyRun): Table {
  const state = series.states.at(-1) ?? healthy;
  const rise = (n: number) => (state.pressure[n] ?? 0) - (healthy.pressure[n] ?? 0);
  const order = index.nodes.map((_, n) => n).sort((a, b) => Math.abs(rise(b)) - Math.abs(rise(a)));
  return {
    title: `Lymph pressure of nodes, trunks and ducts at ${timeWords(state.time)}`,
    columns: [
      words("node group, trunk or duct"),
      numbers("pressure (mmHg)"),
      numbers("healthy (mmHg)"),
      numbers("inflow (% of healthy)"),
    ],
    rows: order.map((n) => {
      const rest = healthy.inflow[n] ?? 0;
      return [
        shortNodeWords(index.nodes[n] ?? ""),
        inUnit(state.pressure[n] ?? 0, "pressure", "mmHg", 2),
        inUnit(healthy.pressure[n] ?? 0, "pressure", "mmHg", 2),
        percent(rest > 0 ? (state.inflow[n] ?? 0) / rest : Number.NaN, 1),
      ];
    }),
  };
}

/** Detours at the end of the run, the largest flow first. */
export function detoursTable({ index, healthy, series }: BodyRun): Table {
  const state = series.states.at(-1) ?? healthy;
  const flow = (n: number) => state.anastomosisFlow[n] ?? 0;
  const order = index.anastomoses.map((_, n) => n).sort((a, b) => Math.abs(flow(b)) - Math.abs(flow(a)));
  return {
    title: `Detours at ${timeWords(state.time)}`,
    about: "Links between basins that are closed or minor in health. Their conductance is assumed.",
    columns: [words("detour"), words("from"), words("to"), numbers("flow (mL/h)")],
    rows: order
      .filter((n) => Math.abs(flow(n)) > 1e-15)
      .map((n) => {
        const { name = "", a = "", b = "" } = index.anastomoses[n] ?? {};
        const [from, to] = flow(n) >= 0 ? [a, b] : [b, a];
        return [name, shortNodeWords(from), shortNodeWords(to), inUnit(Math.abs(flow(n)), "flow", "mL/h", 3)];
      }),
  };
}
