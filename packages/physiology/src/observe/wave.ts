/**
 * Contraction wave of a vessel: how fast, which way, and how well its lymphangions follow one another.
 *
 *   1/c = Σ (x − x̄)(t − t̄) / Σ (x − x̄)²       over the stretches of waves that run one way
 *   coordinated = m / n
 *
 * | symbol | unit | meaning, source                                                                                        |
 * | ------ | ---- | ------------------------------------------------------------------------------------------------------ |
 * | x, t   | m, s | middle of a lymphangion along the vessel, and its onset; where pacing is prescribed (an onset is no observation there), the moment it is narrowest |
 * | c      | m/s  | packet velocity as near-infrared imaging sees it: 15.1 ± 2.4 mm/s leg, 11 ± 3 mm/s arm (physiology §7, row 23)   |
 * | m, n   | –    | onsets of neighbours that belong together: each the other's nearest, no farther apart than their distance at 2 mm/s (*assumed*: half of the slowest conduction, 4 mm/s); of all onsets in the window, each once for every neighbour |
 *
 * A wave is a run of onsets that belong together from neighbour to neighbour; where it turns (it may begin in the middle) it is cut into
 * stretches. Simultaneous onsets count as coordinated and run neither way.
 */
export interface VesselObservation {
  readonly id: string;
  /** Speed of the waves that run the way most do, m/s, of all where as many run either way; null where none runs. */
  readonly waveSpeed: number | null;
  /** `proximal`: with the flow. null where none runs, or as many either way. */
  readonly waveDirection: "proximal" | "distal" | null;
  /** Share of the steps from neighbour to neighbour that run with the flow; null where none runs. */
  readonly antegrade: number | null;
  /** Share of contractions that belong to one of the neighbour; null for a single lymphangion or without contractions. */
  readonly coordinated: number | null;
}

/** Slowest wave that still counts as one, m/s; *assumed*. */
export const slowestWave = 2e-3;

const everything = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };

interface Way {
  pairs: number;
  square: number;
  product: number;
}

/** Adds points (x, t) that run one way. */
function addStretch(way: Way, points: readonly (readonly [number, number])[]): void {
  const n = points.length;
  let x = 0;
  let t = 0;
  for (const [place, time] of points) {
    x += place / n;
    t += time / n;
  }
  for (const [place, time] of points) {
    way.square += (place - x) ** 2;
    way.product += (place - x) * (time - t);
  }
  way.pairs += n - 1;
}

/** Place in a rising list of the time nearest to `t`; −1 in an empty one. */
function nearest(times: readonly number[], t: number): number {
  let best = -1;
  for (let i = 0; i < times.length; i++) {
    if (best < 0 || Math.abs(times[i]! - t) < Math.abs(times[best]! - t)) best = i;
  }
  return best;
}

/** For each onset of one lymphangion the onset of the next that belongs to it; −1 for none. */
function partners(one: readonly number[], next: readonly number[], distance: number): readonly number[] {
  return one.map((t, i) => {
    const n = nearest(next, t);
    if (n < 0 || Math.abs(next[n]! - t) > distance / slowestWave) return -1;
    return nearest(one, next[n]!) === i ? n : -1;
  });
}

/** Cuts a wave where it turns, and adds its stretches to the way they run. */
function addWave(wave: readonly (readonly [number, number])[], forward: Way, backward: Way): void {
  let from = 0;
  for (let i = 1; i < wave.length; i++) {
    const sense = Math.sign(wave[i]![1] - wave[i - 1]![1]);
    const goesOn = i + 1 < wave.length && Math.sign(wave[i + 1]![1] - wave[i]![1]) === sense;
    if (goesOn) continue;
    if (sense !== 0) addStretch(sense > 0 ? forward : backward, wave.slice(from, i + 1));
    from = i;
  }
}

/**
 * The waves of one vessel.
 *
 * @param positions middle of each lymphangion along the flow, m, rising.
 * @param onsets of each lymphangion, rising, s.
 * @param window only onsets from its start until before its end are counted, s; others still belong to them. Default: all.
 */
export function observeWaves(
  id: string,
  positions: readonly number[],
  onsets: readonly (readonly number[])[],
  window: { readonly start: number; readonly end: number } = everything,
): VesselObservation {
  const links = onsets.slice(1).map((next, j) => partners(onsets[j]!, next, positions[j + 1]! - positions[j]!));
  const forward: Way = { pairs: 0, square: 0, product: 0 };
  const backward: Way = { pairs: 0, square: 0, product: 0 };
  const inside = (time: number) => time >= window.start && time < window.end;
  let together = 0;
  let all = 0;
  for (const [j, link] of links.entries()) {
    const [one, next] = [onsets[j]!, onsets[j + 1]!];
    all += one.filter(inside).length + next.filter(inside).length;
    for (const [i, n] of link.entries()) {
      if (n >= 0) together += Number(inside(one[i]!)) + Number(inside(next[n]!));
    }
    for (let i = 0; i < link.length; i++) {
      if (!inside(one[i]!) || (j > 0 && links[j - 1]!.includes(i))) continue;
      const wave: (readonly [number, number])[] = [[positions[j]!, one[i]!]];
      for (let [k, n] = [j, link[i]!]; n >= 0; n = links[k]?.[n] ?? -1) {
        k++;
        wave.push([positions[k]!, onsets[k]![n]!]);
      }
      addWave(wave, forward, backward);
    }
  }
  const pairs = forward.pairs + backward.pairs;
  const waveDirection = directionOf(forward.pairs, backward.pairs);
  return {
    id,
    waveSpeed: pairs === 0 ? null : speedOf(forward, backward),
    waveDirection,
    antegrade: pairs === 0 ? null : forward.pairs / pairs,
    coordinated: all === 0 ? null : together / all,
  };
}

/** Speed of the way with more pairs, or of both. */
function speedOf(forward: Way, backward: Way): number {
  const ways = [forward, backward].filter(({ pairs }) => pairs >= Math.max(forward.pairs, backward.pairs));
  const sum = (number: (way: Way) => number) => ways.reduce((total, way) => total + number(way), 0);
  return sum(({ square }) => square) / sum(({ product }) => Math.abs(product));
}

function directionOf(forward: number, backward: number): VesselObservation["waveDirection"] {
  if (forward === backward) return null;
  return forward > backward ? "proximal" : "distal";
}

/** Times of one contraction each, s, moved by whole periods so that each lies within half a period of the one before it. */
export function unwrapped(times: readonly number[], period: number): readonly number[] {
  const out: number[] = [];
  for (const time of times) {
    const last = out.at(-1) ?? time;
    out.push(time - period * Math.round((time - last) / period));
  }
  return out;
}
