/** The dots on a plain canvas, for browsers that have no WebGL. */
import { pointAlong, type Strand } from "@openlymph/figure";
import type { MakeDotPainter } from "./dot-painter.ts";
import { dotWidth, fade, tail, waveLength, waveSeconds } from "./particles.ts";

const levels = 5;
/** Units of a strand between two places that are known beforehand; between them it is as good as straight. */
const spacing = 4;
const at = new Float64Array(4);

/** Place and direction (x, y, dx, dy) along all strands, one strand after the other; `first` is where each begins. */
function waysOf(strands: readonly Strand[]): { readonly ways: Float32Array; readonly first: Uint32Array } {
  const first = new Uint32Array(strands.length + 1);
  strands.forEach(({ length }, s) => {
    first[s + 1] = (first[s] ?? 0) + 4 * (2 + Math.floor(length / spacing));
  });
  const ways = new Float32Array(first.at(-1) ?? 0);
  strands.forEach((strand, s) => {
    const count = ((first[s + 1] ?? 0) - (first[s] ?? 0)) / 4;
    for (let n = 0; n < count; n++) {
      pointAlong(strand, (n / (count - 1)) * strand.length, at);
      ways.set(at, (first[s] ?? 0) + 4 * n);
    }
  });
  return { ways, first };
}

export const plainDots: MakeDotPainter = (canvas, { strand, start, moved }) => {
  const context = canvas.getContext("2d");
  if (context === null) return undefined;
  let strands: readonly Strand[] = [];
  let { ways, first } = waysOf(strands);
  // Of every dot: both ends of its stroke on the canvas; and its level, by which they are drawn.
  const ends = new Float32Array(4 * strand.length);
  const level = new Uint8Array(strand.length);
  return {
    lay(now) {
      strands = now;
      ({ ways, first } = waysOf(now));
    },
    paint({ frame: [left, top, width], count, size, flow, age, ink }) {
      const scale = canvas.width / width;
      for (let n = 0; n < count; n++) {
        const s = strand[n] ?? 0;
        const share = ((start[n] ?? 0) + (moved[s] ?? 0)) % 1;
        const q = flow[s] ?? 0;
        const begin = first[s] ?? 0;
        const place = share * (((first[s + 1] ?? 0) - begin) / 4 - 1);
        const before = Math.floor(place);
        const rest = place - before;
        const i = begin + 4 * before;
        const x = (ways[i] ?? 0) + rest * ((ways[i + 4] ?? 0) - (ways[i] ?? 0));
        const y = (ways[i + 1] ?? 0) + rest * ((ways[i + 5] ?? 0) - (ways[i + 1] ?? 0));
        const far = share * (strands[s]?.length ?? 0);
        const wave = 0.5 + 0.5 * Math.cos(2 * Math.PI * (age / waveSeconds - far / waveLength));
        const strength = fade(share) * (0.4 + 0.6 * wave) * (0.45 + 0.55 * Math.min(1, Math.abs(q)));
        const back = size * Math.min(tail.most, tail.least + tail.perFlow * Math.abs(q)) * Math.sign(q || 1);
        level[n] = Math.min(levels - 1, Math.floor(strength * levels));
        ends[4 * n] = (x - (ways[i + 2] ?? 0) * back - left) * scale;
        ends[4 * n + 1] = (y - (ways[i + 3] ?? 0) * back - top) * scale;
        ends[4 * n + 2] = (x - left) * scale;
        ends[4 * n + 3] = (y - top) * scale;
      }
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.lineCap = "round";
      for (let drawn = 0; drawn < levels; drawn++) {
        context.beginPath();
        for (let n = 0; n < count; n++) {
          if (level[n] !== drawn) continue;
          context.moveTo(ends[4 * n] ?? 0, ends[4 * n + 1] ?? 0);
          context.lineTo(ends[4 * n + 2] ?? 0, ends[4 * n + 3] ?? 0);
        }
        const alpha = (drawn + 0.6) / levels;
        context.globalAlpha = 0.7 * alpha;
        context.strokeStyle = ink.rim;
        context.lineWidth = dotWidth.rim * size * scale;
        context.stroke();
        context.globalAlpha = alpha;
        context.strokeStyle = ink.dot;
        context.lineWidth = dotWidth.core * size * scale;
        context.stroke();
      }
      context.globalAlpha = 1;
    },
    dispose() {},
  };
};
