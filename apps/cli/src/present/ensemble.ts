/** What every answer of virtual bodies says: what they are, what was drawn, what matters most. */
import {
  type EnsembleHead,
  type EnsembleSetup,
  type Influence,
  openPriors,
  type Prior,
  populationById,
  priorDistribution,
  priors,
} from "@openlymph/rehearsal";
import { fixed, percent, significant } from "../output/numbers.ts";
import { type Block, mark, tableBlock, text } from "../output/page.ts";
import { numbers, type Table, words } from "../output/table.ts";

const mostNamed = 5;

/** Label, bodies that could not be run, bodies out of range. */
export function ensembleMarks({ label, failed, bodies }: EnsembleHead, outOfRange: number): readonly Block[] {
  const named = failed.slice(0, mostNamed).map(({ member, message }) => `number ${member}: ${message}`);
  const more = failed.length > named.length ? ` And ${failed.length - named.length} more (--json names all).` : "";
  return [
    mark("TEACHING MODEL", label.replace(/^Teaching model: /, "")),
    ...(failed.length === 0
      ? []
      : [
          mark(
            "FAILED",
            `${failed.length} of ${bodies} bodies could not be run and are in no number below. ${named.join(" ")}${more}`,
          ),
        ]),
    ...(outOfRange === 0
      ? []
      : [
          mark(
            "WARNING",
            `in ${outOfRange} of ${bodies} bodies some tissue left the range this model is meant for (half to ten times its fluid in health). They are counted, but how much they hold means nothing.`,
          ),
        ]),
  ];
}

/** How the bodies came to be, in words. */
export function drawnWords({ bodies, seed, population }: EnsembleHead): string {
  return (
    `${bodies} virtual bodies, drawn with seed ${seed} from the population "${population}": ${populationById(population).about} ` +
    "What nobody knows about a body differs from one to the next. A band is the spread of what is not known, not the spread of people."
  );
}

function drawnFrom(prior: Prior, population: string): string {
  const distribution = priorDistribution(prior, populationById(population));
  const unit = prior.unit === "1" ? "" : ` ${prior.unit}`;
  const cap = prior.atMost === undefined ? "" : `, at most ${prior.atMost}`;
  switch (distribution.kind) {
    case "uniform":
      return `${distribution.min} to ${distribution.max}${unit}`;
    case "loguniform":
      return `${distribution.min} to ${distribution.max}${unit} (log)`;
    case "normal":
      return `${distribution.mean} ± ${distribution.sd}${unit}`;
    case "lognormal":
      return `${distribution.median}${unit} ×/÷ ${fixed(distribution.gsd, 2)}${cap}`;
  }
}

/** What differs from body to body, and from what it was drawn. */
export function priorsTable(setup: EnsembleSetup, displacing: boolean): Table {
  const open = new Set<string>(openPriors(setup, displacing));
  return {
    title: "What differs from body to body",
    about: "All of it assumed, and reviewed by nobody. What the history or a setting fixes is left out.",
    columns: [words("unknown"), words("drawn from"), words("typical body"), words("why this range")],
    rows: priors
      .filter(({ id }) => open.has(id))
      .map((prior) => [
        prior.label,
        drawnFrom(prior, setup.draw.population),
        `${significant(prior.default, 3)}${prior.unit === "1" ? "" : ` ${prior.unit}`}`,
        prior.source,
      ]),
  };
}

const labels = new Map<string, string>(priors.map(({ id, label }) => [id, label]));

/** Unknowns that chance alone would hardly give so large a share, the largest first. */
export function influential({ shares, chance }: Influence): Influence["shares"] {
  return shares.filter(({ share }) => share > Math.max(0.01, 4 * chance));
}

/** What matters most, with how much it explains. */
export function influenceBlocks(influence: Influence | undefined, heading: string, of: string): readonly Block[] {
  if (influence === undefined) return [text(`${heading} for ${of} cannot be told from so few bodies.`)];
  const { r2, adjustedR2, chance, bodies, cautions } = influence;
  const shown = influential(influence);
  const explained = `Together the unknowns explain ${percent(r2, 0)} % of the variance of the rank (adjusted ${percent(adjustedR2, 0)} %).`;
  const rest = `Left out is what lies below 1 %, or below four times the ${percent(chance, 1)} % that chance alone gives.`;
  const care = cautions.map((caution) => mark("CAUTION", caution));
  if (shown.length === 0) {
    return [text(`${heading}: no unknown stands out for ${of}. ${explained}`), ...care];
  }
  return [
    tableBlock({
      title: `${heading}: ${of}`,
      about:
        `What the explained variance of the rank over ${bodies} bodies loses without each unknown. ${explained} ${rest} ` +
        "A share belongs to the range an unknown was drawn from: a wider range gets a larger share.",
      columns: [words("unknown"), numbers("share (%)"), words("the number")],
      rows: shown.map(({ parameter, share, sign }) => [
        labels.get(parameter) ?? parameter,
        percent(share, 1),
        sign > 0 ? "rises with it" : "falls with it",
      ]),
    }),
    ...care,
  ];
}
