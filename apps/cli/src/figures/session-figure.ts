/** Sessions in virtual bodies: what they move, with vessels alone and with hands that displace, and two plans body by body. */
import * as Plot from "@observablehq/plot";
import { hour, mL } from "@openlymph/base";
import { type Comparison, leastDifference, type SessionBands, type SessionManner } from "@openlymph/rehearsal";
import { fixed, timeWords } from "../output/numbers.ts";
import { comparisonWords, planLetter } from "../present/session-bands.ts";
import { partWords } from "../words/band-words.ts";
import { bandMarks, bandOpacity } from "./band-marks.ts";
import { type KeyItem, sheetSvg } from "./frame.ts";
import { originWords } from "./origin.ts";
import { palette } from "./palette.ts";
import { drawPanel, type Panel } from "./panel.ts";
import { headedTop, panelHeading } from "./panel-heading.ts";

const width = 824;
const looks = [
  { colour: palette.accent, dash: "" },
  { colour: palette.second, dash: "7 4" },
] as const;
const mannerHeads: Readonly<Record<SessionManner, string>> = {
  vessels: "By lymph vessels alone",
  displacing: "If hands also displace fluid through the tissue, by a factor of 1 to 1000 that nobody has measured",
};

function movedPanel(bands: SessionBands, manner: SessionManner): Panel {
  const { main, parts, plans, times } = bands;
  const xs = times.map((time) => time / hour);
  const sessions = (parts.find(({ part }) => part === main)?.sessions ?? []).filter((one) => one.manner === manner);
  const ends = plans.map(({ duration }) => duration / hour);
  return drawPanel(
    { width, height: 300 },
    {
      marginTop: headedTop,
      x: { label: "hours since the session began", labelAnchor: "center", labelArrow: "none" },
      y: { label: null, grid: true, ticks: 6 },
      marks: [
        ...panelHeading(mannerHeads[manner], `mL moved out of the ${partWords(main)}`),
        Plot.rectX([{ from: 0, to: Math.max(...ends) }], {
          x1: "from",
          x2: "to",
          fill: palette.line,
          fillOpacity: 0.7,
        }),
        Plot.ruleY([0], { stroke: palette.muted }),
        ...sessions.flatMap(({ plan, moved }) =>
          bandMarks(xs, moved, (si) => si / mL, { ...looks[plan]!, half: plans.length === 1 }),
        ),
      ],
    },
  );
}

const verdictColours = { 1: looks[0].colour, "-1": looks[1].colour, 0: palette.muted } as const;

/** Every body's difference at the end, in rising order; what counts as none is grey. */
function differencePanel({ main }: SessionBands, { manner, at }: Comparison): Panel {
  const last = at.at(-1)!;
  const bodies = [...last.differences]
    .map((value, member) => ({ value: value / mL, verdict: last.verdicts[member] as 1 | -1 | 0 }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => a.value - b.value)
    .map((body, n) => ({ ...body, n }));
  const none = leastDifference.volume / mL;
  const values = bodies.map(({ value }) => value);
  const [low, high] = [Math.min(-2 * none, ...values), Math.max(2 * none, ...values)];
  const room = 0.06 * (high - low);
  const head = `Every body by itself after ${timeWords(last.time)}: ${manner === "vessels" ? "by lymph vessels alone" : "if hands displace"}`;
  const counts = [
    `B moves more: ${last.secondMore}`,
    `no difference: ${last.noDifference}`,
    `A moves more: ${last.firstMore}`,
  ];
  const below = { dy: 22, fill: palette.ink } as const;
  return drawPanel(
    { width, height: 250 },
    {
      marginTop: headedTop,
      marginBottom: 34,
      x: { axis: null, domain: [-1, bodies.length] },
      y: { label: null, grid: true, ticks: 5, domain: [low - room, high + room] },
      marks: [
        ...panelHeading(head, `A minus B, mL out of the ${partWords(main)}; grey band: less than ${fixed(none, 2)} mL`),
        Plot.rectY([{ from: -none, to: none }], { y1: "from", y2: "to", fill: palette.line }),
        Plot.ruleX(bodies, {
          x: "n",
          y1: 0,
          y2: "value",
          stroke: ({ verdict }: { readonly verdict: 1 | -1 | 0 }) => verdictColours[verdict],
          strokeWidth: Math.min(5, 500 / bodies.length),
        }),
        Plot.ruleY([0], { stroke: palette.muted }),
        Plot.text([counts[0]], { frameAnchor: "bottom-left", ...below }),
        Plot.text([counts[1]], { frameAnchor: "bottom", ...below }),
        Plot.text([counts[2]], { frameAnchor: "bottom-right", ...below }),
      ],
    },
  );
}

function keyOf({ plans }: SessionBands): readonly KeyItem[] {
  const bands = plans.flatMap(({ title }, plan) => {
    const { colour, dash } = looks[plan]!;
    const name = plans.length === 1 ? "median" : `${planLetter(plan)}: ${title}`;
    return [{ words: name, colour, dash }];
  });
  const half =
    plans.length === 1
      ? [{ words: "middle half of the bodies", colour: palette.accent, band: bandOpacity.range + bandOpacity.half }]
      : [];
  return [...bands, ...half, { words: "nine in ten", colour: palette.accent, band: bandOpacity.range }];
}

/** Draws what sessions move out of the part they are about. */
export function sessionFigure(bands: SessionBands, ids?: Parameters<typeof sheetSvg>[1]): string {
  const { title, plans, bodies, main, comparisons } = bands;
  const against = plans.map((plan) => plan.title).join(" | ");
  return sheetSvg(
    {
      title: `${bodies} virtual bodies: ${title}`,
      about: [
        `Fluid moved out of the ${partWords(main)}: without the session minus with it. Plan: ${against}.`,
        "A teaching model, not a person: nothing here promises an effect. A band is the spread of what is not known.",
      ],
      key: keyOf(bands),
      panels: [
        movedPanel(bands, "vessels"),
        movedPanel(bands, "displacing"),
        ...comparisons.map((comparison) => differencePanel(bands, comparison)),
      ],
      origin: originWords(bands.record),
      description:
        comparisons.map((comparison) => comparisonWords(bands, comparison)).join(" ") || `Bands over ${bodies} bodies.`,
    },
    ids,
  );
}
