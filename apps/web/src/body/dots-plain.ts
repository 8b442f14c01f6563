/** The dots on a plain canvas, for browsers that have no WebGL. */
import { pointAlong, type Strand } from "@openlymph/figure";
import type { MakeDotPainter } from "./dot-painter.ts";
import { addDot, type DotLook, dotInks } from "./dot-pixels.ts";
import { dotWidth, fade, tail, waveLength, waveSeconds, widening } from "./particles.ts";

/** Units of a strand between two places that are known beforehand; between them it is as good as straight. */
const spacing = 4;
const at = new Float64Array(4);
/** A dot weaker than this, of 1, is not drawn. */
const faintest = 0.02;

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
  let { ways, first } = waysOf([]);
  let picture: ImageData | undefined;
  let look: DotLook = { core: 0, rim: 0, dot: "", edge: "" };
  let inks = dotInks({ core: 1, rim: 1, dot: "#000000", edge: "#000000" });
  const line = new Float64Array(4);
  // Of every strand: its length, how clear its dots are, and how far their tails reach back.
  const lengths = new Float32Array(moved.length);
  const clear = new Float32Array(moved.length);
  const tails = new Float32Array(moved.length);
  return {
    lay(now) {
      ({ ways, first } = waysOf(now));
      lengths.set(now.map(({ length }) => length));
    },
    paint({ frame: [left, top, width], count, size, flow, age, ink }) {
      const scale = canvas.width / width;
      if (picture?.width !== canvas.width || picture.height !== canvas.height) {
        picture = new ImageData(canvas.width, canvas.height);
      }
      const usual = size * scale;
      const wide = usual * widening(ink.wide, dotWidth.rim * usual);
      const wanted = { core: dotWidth.core * wide, rim: dotWidth.rim * wide };
      if (look.rim !== wanted.rim || look.dot !== ink.dot || look.edge !== ink.rim) {
        look = { ...wanted, dot: ink.dot, edge: ink.rim };
        inks = dotInks(look);
      }
      const pixels = new Int32Array(picture.data.buffer);
      pixels.fill(0);
      flow.forEach((q, s) => {
        clear[s] = 0.45 + 0.55 * Math.min(1, Math.abs(q));
        tails[s] = size * Math.min(tail.most, tail.least + tail.perFlow * Math.abs(q)) * Math.sign(q || 1);
      });
      for (let n = 0; n < count; n++) {
        const s = strand[n]!;
        const sum = start[n]! + moved[s]!;
        const share = sum - Math.floor(sum);
        const begin = first[s]!;
        const place = share * ((first[s + 1]! - begin) / 4 - 1);
        const before = Math.floor(place);
        const rest = place - before;
        const i = begin + 4 * before;
        const x = ways[i]! + rest * (ways[i + 4]! - ways[i]!);
        const y = ways[i + 1]! + rest * (ways[i + 5]! - ways[i + 1]!);
        const far = share * lengths[s]!;
        const wave = 0.5 + 0.5 * Math.cos(2 * Math.PI * (age / waveSeconds - far / waveLength));
        const strength = fade(share) * (0.4 + 0.6 * wave) * clear[s]!;
        if (strength < faintest) continue;
        const back = tails[s]!;
        line[0] = (x - ways[i + 2]! * back - left) * scale;
        line[1] = (y - ways[i + 3]! * back - top) * scale;
        line[2] = (x - left) * scale;
        line[3] = (y - top) * scale;
        addDot(pixels, canvas.width, line, strength, inks);
      }
      context.putImageData(picture, 0, 0);
    },
    dispose() {},
  };
};
