import type { History } from "@openlymph/therapy";

/** How large the node groups of a body are over time: those that grew in an infection or injury, and shrank again. */
export interface NodeSizes {
  /** s after the session began. */
  readonly times: readonly number[];
  /** Short axis in health and at `times`, m, by id. */
  readonly nodes: Readonly<Record<string, { readonly rest: number; readonly size: readonly number[] }>>;
}

/** Whether something in a history makes nodes swell in what is followed here. */
export function swellsNodes({ events }: History): boolean {
  return events.some(({ kind }) => kind === "infection" || kind === "injury");
}

/** Size of a node group at a time, m, with its size in health; `undefined` for one that did not grow. */
export function nodeSizeAt(
  { times, nodes }: NodeSizes,
  id: string,
  time: number,
): { readonly size: number; readonly rest: number } | undefined {
  const node = nodes[id];
  if (node === undefined) return undefined;
  const after = times.findIndex((one) => one > time);
  if (after === 0 || times.length === 0) return { rest: node.rest, size: node.rest };
  if (after < 0) return { rest: node.rest, size: node.size.at(-1) ?? node.rest };
  const [from, to] = [times[after - 1] ?? 0, times[after] ?? 0];
  const [a, b] = [node.size[after - 1] ?? node.rest, node.size[after] ?? node.rest];
  return { rest: node.rest, size: a + ((time - from) / (to - from)) * (b - a) };
}

/** Smallest change of a drawn node that can be seen, as a share of its size. */
const visible = 0.1;

/** What the drawn nodes are larger by at a time, in steps that can be seen; those as in health are left out. */
export function drawnSizes(sizes: NodeSizes, time: number): Record<string, number> {
  return Object.fromEntries(
    Object.keys(sizes.nodes).flatMap((id) => {
      const found = nodeSizeAt(sizes, id, time);
      if (found === undefined) return [];
      const factor = Math.round(found.size / found.rest / visible) * visible;
      return factor <= 1 ? [] : [[id, Number(factor.toFixed(1))]];
    }),
  );
}
