/** Formulas with the numbers of a person put in, as plain text. Lengths in cm, volumes in mL. */
import type { Estimate } from "../error/estimate.ts";
import { interval95 } from "../error/estimate.ts";
import { type Series, type Side, sides } from "../series/series.ts";
import { tapeVolume } from "../volume/tape-volume.ts";
import type { Measured } from "./measured.ts";

/** One number, from its formula to its value. */
export interface Explained {
  readonly of: string;
  /** The formula, then the same with numbers, then the result; each on a line of its own. */
  readonly lines: readonly string[];
  readonly source: string;
}

const cm = (metres: number) => String(Number((100 * metres).toFixed(2)));
const mL = (volume: number) => (1e6 * volume).toFixed(1);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function between(estimate: Estimate, shown: (value: number) => string): string {
  const [low, high] = interval95(estimate);
  return `${shown(estimate.value)} (95 %: ${shown(low)} to ${shown(high)})`;
}

function volumeExplained(series: Series, { index, volumes }: Measured, side: Side): Explained | undefined {
  const own = series.measurements[index]?.circumferences[side];
  const volume = volumes[side];
  if (own === undefined || volume === undefined) return undefined;
  const { model, heights } = series.protocol;
  const { segments } = tapeVolume(own, series.protocol);
  const terms = segments.map((segment, i) => {
    const [lower, height] = [cm(own[i]!), cm(heights[i]!)];
    if (model === "disk") return `${lower}² × ${height} / 4π = ${mL(segment)}`;
    const upper = cm(own[i + 1]!);
    return `${height} × (${lower}² + ${lower} × ${upper} + ${upper}²) / 12π = ${mL(segment)}`;
  });
  const formula =
    model === "disk"
      ? "V = sum of C² h / 4π, one disk for each reading"
      : "V = sum of h (C₁² + C₁ C₂ + C₂²) / 12π, one frustum from mark to mark";
  return {
    of: `volume ${side}, mL`,
    lines: [
      formula,
      ...terms,
      `V = ${segments.map(mL).join(" + ")} = ${between(volume, (value) => `${mL(value)} mL`)}`,
    ],
    source: model === "disk" ? "Royal Marsden 27.11" : "medicalalgorithms; Gohil 2018",
  };
}

function comparedExplained({ compared, volumes }: Measured): readonly Explained[] {
  if (compared === undefined) return [];
  const { affected, difference, excess } = compared;
  const [own, other] = affected === "left" ? [volumes.left, volumes.right] : [volumes.right, volumes.left];
  if (own === undefined || other === undefined) return [];
  const [a, u] = [mL(own.value), mL(other.value)];
  return [
    {
      of: "difference, mL",
      lines: ["D = A − U", `D = ${a} − ${u} = ${between(difference, (value) => `${mL(value)} mL`)}`],
      source: "clinical knowledge base, section 5",
    },
    {
      of: "excess, %",
      lines: ["E = 100 (A − U) / U", `E = 100 × (${a} − ${u}) / ${u} = ${between(excess, percent)}`],
      source: "clinical knowledge base, section 5",
    },
  ];
}

/** How the numbers of a measurement came about. */
export function explained(series: Series, found: Measured): readonly Explained[] {
  const volumes = found.method === "tape" ? sides.flatMap((side) => volumeExplained(series, found, side) ?? []) : [];
  const { relativeChange } = found;
  const change: readonly Explained[] =
    relativeChange === undefined
      ? []
      : [
          {
            of: "relative volume change, %",
            lines: [
              "RVC = (A₂ U₁) / (U₂ A₁) − 1, 1 at the baseline, 2 now",
              `RVC = ${between(relativeChange, percent)}`,
            ],
            source: "Ancukiewicz 2011",
          },
        ];
  return [...volumes, ...comparedExplained(found), ...change];
}
