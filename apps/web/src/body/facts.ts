import { anatomy, isEstimate, lymphosomeOf } from "@openlymph/anatomy";
import type { Rehearsal } from "@openlymph/rehearsal";
import { flowText, percentText, pressureText, timesText, volumeText } from "../format/numbers.ts";
import { words } from "../words.ts";
import { between, flowsAt, type Moment } from "./moment.ts";
import { nodeName, type Thing } from "./things.ts";

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What is known about a thing at a moment, and whether some of it is estimated. */
export interface Facts {
  readonly facts: readonly Fact[];
  readonly estimated: boolean;
}

/** More ways out than these are counted, not named. */
const mostNames = 2;

const one = new Float32Array(1);

function flowFact(rehearsal: Rehearsal, moment: Moment, id: string): Fact {
  flowsAt(rehearsal, moment, [id], one);
  const flow = one[0] ?? 1;
  const value = flow < -0.005 ? `${timesText(-flow)} ${words.facts.backwards}` : timesText(flow);
  return { label: words.facts.flow, value };
}

function strongestFirst<T extends { readonly to: string }>(
  ways: readonly T[],
  share: (way: T) => number,
): readonly string[] {
  return [...ways].sort((a, b) => share(b) - share(a)).map(({ to }) => to);
}

function drainsFact(ids: readonly string[]): readonly Fact[] {
  const names = [...new Set(ids.map(nodeName))];
  if (names.length === 0) return [];
  const rest = names.length - mostNames;
  const told = names.slice(0, mostNames).join(", ");
  return [{ label: words.facts.drains, value: rest > 0 ? `${told}, ${words.facts.more(rest)}` : told }];
}

function nodeFacts({ index, healthy, removed }: Rehearsal, moment: Moment, id: string): Facts {
  const n = index.nodes.indexOf(id);
  const record = anatomy.byId.nodeGroups.get(id);
  const gone = removed[n] ?? 0;
  const rest = healthy.inflow[n] ?? 0;
  const pressure = between(moment, (state) => state.pressure[n] ?? 0);
  const inflow = between(moment, (state) => state.inflow[n] ?? 0);
  const { facts } = words;
  const health = facts.health(pressureText(healthy.pressure[n] ?? 0));
  return {
    facts: [
      ...(gone > 0 ? [{ label: facts.removed, value: percentText(gone) }] : []),
      ...(rest > 0 ? [{ label: facts.load, value: timesText(inflow / rest) }] : []),
      { label: facts.pressure, value: `${pressureText(pressure)}, ${health}` },
      ...drainsFact(strongestFirst(anatomy.edgesFrom.get(id) ?? [], ({ share }) => share)),
    ],
    estimated: record !== undefined && isEstimate(record),
  };
}

function vesselFacts(rehearsal: Rehearsal, moment: Moment, id: string): Facts {
  const record = anatomy.byId.collectors.get(id) ?? anatomy.byId.edges.get(id);
  return {
    facts: [flowFact(rehearsal, moment, id), ...drainsFact(record === undefined ? [] : [record.to])],
    estimated: record !== undefined && isEstimate(record),
  };
}

function areaFact(id: string): readonly Fact[] {
  const area = lymphosomeOf(id);
  if (area === undefined) return [];
  return [{ label: words.facts.lymphosome, value: area.published ? area.name : words.facts.ownArea(area.name) }];
}

function territoryFacts({ index, healthy }: Rehearsal, moment: Moment, id: string): Facts {
  const k = index.territories.indexOf(id);
  const record = anatomy.byId.territories.get(id);
  const rest = healthy.volume[k] ?? 0;
  const volume = between(moment, (state) => state.volume[k] ?? 0);
  const lymph = index.drains.reduce(
    (sum, { from }, d) => (from === id ? sum + between(moment, (state) => state.drainFlow[d] ?? 0) : sum),
    0,
  );
  const excess = volume - rest;
  const share = rest > 0 ? excess / rest : 0;
  const { facts } = words;
  return {
    facts: [
      {
        label: facts.fluid,
        value: Math.abs(share) < 0.005 ? percentText(0) : `${volumeText(excess)}, ${percentText(share)}`,
      },
      {
        label: facts.tissue,
        value: pressureText(
          between(moment, (state) => state.tissuePressure[k] ?? 0),
          1,
        ),
      },
      { label: facts.lymph, value: flowText(lymph) },
      ...areaFact(id),
      ...drainsFact(strongestFirst(record?.drainage ?? [], ({ fraction }) => fraction)),
    ],
    estimated: record !== undefined && isEstimate(record),
  };
}

/** The numbers of a thing at a moment of a run. */
export function factsOf(rehearsal: Rehearsal, moment: Moment, { kind, id }: Thing): Facts {
  if (kind === "node") return nodeFacts(rehearsal, moment, id);
  return kind === "vessel" ? vesselFacts(rehearsal, moment, id) : territoryFacts(rehearsal, moment, id);
}
