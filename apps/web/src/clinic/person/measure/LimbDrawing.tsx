import type { Question, Side, VolumeModel } from "@openlymph/measurement";
import { words } from "../../words/words.ts";
import styles from "./TapeForm.module.css";

export interface LimbDrawingProps {
  /** Circumferences, m, the first mark first. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** cm between marks. */
  readonly step: number;
  readonly model: VolumeModel;
  readonly questions: readonly Question[];
}

const [between, edge, top] = [9, 7, 4];
const diameter = (metres: number): number => (100 * metres) / Math.PI;

interface Limb {
  readonly side: Side;
  readonly readings: readonly number[];
  /** Of its middle, cm. */
  readonly x: number;
}

/** The outline, hand or foot at the bottom: straight from mark to mark, or a step for each disk. */
function outline({ readings, x }: Limb, y: (n: number) => number, step: number, model: VolumeModel): string {
  const right = readings.flatMap((value, n): readonly string[] => {
    const half = diameter(value) / 2;
    if (model === "frustum") return [`${x + half} ${y(n)}`];
    return [`${x + half} ${y(n) + step / 2}`, `${x + half} ${y(n) - step / 2}`];
  });
  const left = right.map((point) => point.replace(/^\S+/, (px) => String(2 * x - Number(px)))).toReversed();
  return `M${[...right, ...left].join("L")}Z`;
}

/** Both limbs to the same scale, 1 cm of skin as 1 cm of drawing: nothing is rounded off or filled in. */
export function LimbDrawing({ left, right, step, model, questions }: LimbDrawingProps) {
  const marks = Math.max(left.length, right.length);
  if (marks < 2) return null;
  const widest = Math.max(...[...left, ...right].map(diameter), 10);
  const limbs: readonly Limb[] = [
    { side: "left", readings: left, x: edge + widest / 2 },
    { side: "right", readings: right, x: edge + widest * 1.5 + between },
  ];
  const [width, height] = [2 * edge + 2 * widest + between, top + marks * step + 2];
  const y = (n: number): number => top + (marks - 1 - n) * step + step / 2;
  const asked = (side: Side, n: number): boolean => questions.some((one) => one.side === side && one.site === n + 1);
  return (
    <svg className={styles["drawing"]} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.measure.drawing}>
      {limbs.map((limb) => (
        <g key={limb.side}>
          <text x={limb.x} y={2.4} textAnchor="middle" fontSize="2.2" fontWeight="650" fill="var(--muted)">
            {words.sides[limb.side]}
          </text>
          {limb.readings.length < 2 ? null : (
            <path
              d={outline(limb, y, step, model)}
              fill="color-mix(in srgb, var(--veil) 16%, var(--surface))"
              stroke="var(--veil)"
              strokeWidth="0.25"
              strokeLinejoin="round"
            />
          )}
          {limb.readings.map((value, n) => {
            const half = diameter(value) / 2;
            const odd = asked(limb.side, n);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a mark is known by its place
              <g key={n}>
                <path
                  d={`M${limb.x - half} ${y(n)}H${limb.x + half}`}
                  stroke={odd ? "var(--warn)" : "var(--muted)"}
                  strokeWidth={odd ? 0.45 : 0.12}
                  strokeDasharray={odd ? undefined : "0.5 0.5"}
                />
                <text x={limb.x} y={y(n) - 0.4} textAnchor="middle" fontSize="1.7" fill="var(--ink)">
                  {(100 * value).toFixed(1)}
                  {odd ? " ?" : ""}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}
