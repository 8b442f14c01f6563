import { escapeXml, type Pen } from "../drawing/drawing.ts";
import { short } from "../outline/path.ts";
import { pictureSize, type StrokePicture } from "./stroke-picture.ts";

const radius = 22;
/** Share of the round left open between the phases. */
const gap = 0.02;

/** A point of the dial at a share of its round, from the top clockwise. */
function on(share: number): string {
  const angle = 2 * Math.PI * share;
  return `${short(radius * Math.sin(angle))} ${short(-radius * Math.cos(angle))}`;
}

function arc(from: number, to: number): string {
  return `M${on(from)}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${on(to)}`;
}

/** The typeface of the figures, and what stands in for it. */
export const pictureFont = `font-family="'Atkinson Hyperlegible Next', system-ui, sans-serif"`;

/**
 * The strip below a picture: a dial of working and resting phase, their times, the pressure, who may do it.
 *
 * @param classOf class attribute of `needle`, `working` and `resting`; none in a picture that stands still.
 */
export function stripLayer(
  { workingShare, words }: StrokePicture,
  phase: number,
  pen: Pen,
  classOf: (part: "needle" | "working" | "resting") => string = () => "",
): string {
  const { accent, muted, ink, paper } = pen.colour;
  const working = phase - Math.floor(phase) < workingShare;
  const weight = (now: boolean): string => `font-weight="${now ? 700 : 400}"`;
  const dial =
    `<g fill="none" stroke-linecap="round"><path d="${arc(gap, workingShare - gap)}" stroke="${accent}" stroke-width="6"/>` +
    `<path d="${arc(workingShare + gap, 1 - gap)}" stroke="${muted}" stroke-width="2.5"/></g>` +
    `<g ${classOf("needle")}transform="rotate(${short(360 * phase)})"><circle cy="${-radius}" r="5.2" fill="${ink}" ` +
    `stroke="${paper}" stroke-width="2"/></g>`;
  const times =
    `<tspan ${classOf("working")}${weight(working)} fill="${accent}">${escapeXml(words.working)}</tspan>` +
    `<tspan fill="${muted}"> · </tspan><tspan ${classOf("resting")}${weight(!working)}>${escapeXml(words.resting)}</tspan>`;
  return (
    `<g transform="translate(40 ${pictureSize.body + pictureSize.strip / 2})">${dial}</g>` +
    `<g transform="translate(78 ${pictureSize.body})" ${pictureFont} fill="${ink}"><text y="25" font-size="15">${times}</text>` +
    `<text y="45" font-size="14">${escapeXml(words.pressure)}</text>` +
    `<text y="63" font-size="12.5" fill="${muted}">${escapeXml(words.marks)}</text></g>`
  );
}
