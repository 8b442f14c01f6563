import { type AnatomyRecord, anatomy, isEstimate, lymphosomeOf } from "@openlymph/anatomy";
import { type Rehearsal, strandFlow } from "@openlymph/rehearsal";
import { flowText, lengthText, percentText, pressureText, timesText, volumeText } from "../format/numbers.ts";
import { type NodeSizes, nodeSizeAt } from "../run/node-sizes.ts";
import { words } from "../words.ts";
import { between, flowsAt, type Moment, timeOf } from "./moment.ts";
import { type RecordSources, recordSources } from "./record-sources.ts";
import { nodeName, type Thing } from "./things.ts";

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What is known about a thing at a moment, and whether some of it is estimated. */
export interface Facts {
  readonly facts: readonly Fact[];
  readonly estimated: boolean;
  /** What the record of the anatomy rests on. */
  readonly sources: RecordSources;
}

/** More ways out than these are counted, not named. */
const mostNames = 2;

/** From this share on nothing is left of a node group. */
const allGone = 0.995;

const one = new Float32Array(1);

const unknown: RecordSources = { sources: [], estimates: [] };

/** What of a record is told beside its numbers. */
function basis(record: AnatomyRecord | undefined): Pick<Facts, "estimated" | "sources"> {
  if (record === undefined) return { estimated: false, sources: unknown };
  return { estimated: isEstimate(record), sources: recordSources(record) };
}

function flowFact(rehearsal: Rehearsal, moment: Moment, id: string): Fact {
  flowsAt(rehearsal, moment, [id], one);
  const flow = one[0] ?? 1;
  const value = flow < -0.005 ? `${timesText(-flow)} ${words.facts.backwards}` : timesText(flow);
  return { label: words.facts.flow, value };
}

/** What flows along a vessel; along a bundle all that leaves its regions that way. */
function amountFact({ index }: Rehearsal, moment: Moment, id: string): Fact {
  const flow = between(moment, (state) => strandFlow(index, state, id) ?? 0);
  const value = flow < 0 ? `${flowText(-flow)} ${words.facts.backwards}` : flowText(flow);
  return { label: anatomy.byId.collectors.has(id) ? words.facts.amountOf : words.facts.amount, value };
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

function sizeFact(sizes: NodeSizes | undefined, id: string, time: number): readonly Fact[] {
  const found = sizes === undefined ? undefined : nodeSizeAt(sizes, id, time);
  if (found === undefined) return [];
  const { size, sizeIn } = words.facts;
  return [{ label: size, value: sizeIn(lengthText(found.size), lengthText(found.rest)) }];
}

/** Pressure of a node group, or what is there where its nodes are gone. */
function pressureFact(gone: number, pressure: number, healthy: number): Fact {
  const { facts } = words;
  if (gone >= allGone) return { label: facts.here, value: facts.place };
  const value = `${pressureText(pressure)}, ${facts.health(pressureText(healthy))}`;
  return { label: gone > 0 ? facts.left : facts.pressure, value };
}

function nodeFacts({ index, healthy, removed }: Rehearsal, moment: Moment, id: string, sizes?: NodeSizes): Facts {
  const n = index.nodes.indexOf(id);
  const record = anatomy.byId.nodeGroups.get(id);
  const gone = removed[n] ?? 0;
  const rest = healthy.inflow[n] ?? 0;
  const pressure = between(moment, (state) => state.pressure[n] ?? 0);
  const inflow = between(moment, (state) => state.inflow[n] ?? 0);
  const { facts } = words;
  const grown = gone >= allGone ? [] : sizeFact(sizes, id, timeOf(moment));
  const rests = basis(record);
  const law = grown.map(({ label }) => ({ field: label, basis: facts.sized }));
  return {
    facts: [
      ...(gone > 0 ? [{ label: facts.removed, value: percentText(gone) }] : []),
      ...(rest > 0 && gone < allGone ? [{ label: facts.load, value: timesText(inflow / rest) }] : []),
      pressureFact(gone, pressure, healthy.pressure[n] ?? 0),
      ...grown,
      ...drainsFact(strongestFirst(anatomy.edgesFrom.get(id) ?? [], ({ share }) => share)),
    ],
    estimated: rests.estimated,
    sources: { ...rests.sources, estimates: [...rests.sources.estimates, ...law] },
  };
}

function vesselFacts(rehearsal: Rehearsal, moment: Moment, id: string): Facts {
  const record = anatomy.byId.collectors.get(id) ?? anatomy.byId.edges.get(id);
  return {
    facts: [
      amountFact(rehearsal, moment, id),
      flowFact(rehearsal, moment, id),
      ...drainsFact(record === undefined ? [] : [record.to]),
    ],
    ...basis(record),
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
    ...basis(record),
  };
}

/** The numbers of a thing at a moment of a run; `sizes`: of the nodes that grew. */
export function factsOf(rehearsal: Rehearsal, moment: Moment, { kind, id }: Thing, sizes?: NodeSizes): Facts {
  if (kind === "node") return nodeFacts(rehearsal, moment, id, sizes);
  return kind === "vessel" ? vesselFacts(rehearsal, moment, id) : territoryFacts(rehearsal, moment, id);
}
