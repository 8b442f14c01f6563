/** Reads a network file: text → checked `Network` in SI, or the first mistake with file and line. */
import {
  attempt,
  type Document,
  type Failure,
  FailureError,
  fieldFailure,
  mmHg,
  parseDocumentText,
  type Result,
  readAs,
} from "@openlymph/base";
import type { WallLaw } from "../elements/lymphangion.ts";
import { foldNumber, type ValveLaw } from "../elements/valve-laws.ts";
import type { MethodChoice } from "../solve/tableau.ts";
import { type External, entryFor, type Massage, type Network, type Pacing, type Vessel } from "./network.ts";
import { type NetworkFile, networkFormat, networkSchema } from "./network-format.ts";
import { findShapeMistake } from "./topology.ts";

type Refuse = (path: readonly PropertyKey[], detail: Omit<Failure, "ok" | "file" | "line" | "path">) => never;

/**
 * Reads `openlymph/network@1`.
 *
 * @param text the file's content, YAML or JSON.
 * @param file its name, for messages.
 * @returns the network in SI; otherwise one failure naming file, line, field, value and what is allowed: unreadable
 * text, another format, unknown or missing fields, wrong units, NaN, unknown names, circles, parts cut off, folded valves.
 */
export function parseNetwork(text: string, file: string): Result<Network> {
  const document = parseDocumentText(text, file);
  if (!document.ok) return document;
  const content = readAs(document.value, networkFormat, networkSchema);
  if (!content.ok) return content;
  return attempt(() => buildNetwork(content.value, document.value));
}

function buildNetwork(content: NetworkFile, document: Document): Network {
  const refuse: Refuse = (path, detail) => {
    throw new FailureError(fieldFailure(document, path, detail));
  };
  const inlets = mapValues(content.inlets, (inlet) => ({
    pressure: inlet.pressure,
    resistance: inlet.resistance ?? 0,
    reflux: inlet.reflux ?? 1,
  }));
  const junctions = mapValues(content.junctions, (junction) => ({ compliance: (junction.volumePerMmHg ?? 0) / mmHg }));
  const nodes = mapValues(content.nodes, (node) => ({ ...node, swelling: node.swelling ?? 0 }));
  const network: Network = {
    title: content.title,
    about: content.about.trim(),
    viscosity: content.viscosity,
    valves: mapValues(content.valves, (valve, id) => valveLaw(valve, ["valves", id], refuse)),
    inlets,
    outlets: content.outlets,
    junctions,
    nodes,
    vessels: mapValues(content.vessels, (vessel, id) => buildVessel(vessel, ["vessels", id], refuse)),
    external: buildExternal(content.external, refuse),
    pacing: buildPacing(content.pacing, refuse),
    solver: {
      tolerance: content.solver?.tolerance ?? 1e-5,
      method: (content.solver?.method ?? "auto") as MethodChoice,
      step: content.solver?.step,
      longestStep: content.solver?.longestStep,
      cycles: content.solver?.cycles ?? 5,
    },
  };
  for (const part of ["inlets", "outlets", "vessels"] as const) {
    if (Object.keys(network[part]).length === 0) refuse([part], { code: "field/missing", expected: "one or more" });
  }
  const mistake = findShapeMistake(network);
  if (mistake !== undefined) refuse(mistake.path, mistake.detail);
  return network;
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A, key: string) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

function valveLaw(content: NetworkFile["valves"][string], path: readonly string[], refuse: Refuse): ValveLaw {
  const law: ValveLaw =
    content.law === "sigmoid" ? content : { ...content, closing: content.closing ?? content.opening };
  if (law.closed <= law.open) {
    refuse([...path, "closed"], { code: "param/out-of-range", expected: "more than the open resistance" });
  }
  if (law.law === "log-blend" && law.closing !== law.opening && law.lag === undefined) {
    refuse([...path, "closing"], {
      code: "field/invalid",
      expected: "a lag beside it",
      hint: "A valve that closes at another pressure than it opens has a state, and a state needs a lag such as 10 ms.",
    });
  }
  const number = foldNumber(law);
  if (number > 1 && law.fold === "refuse") {
    refuse(path, {
      code: "valve/fold",
      value: `fold number ${number.toPrecision(3)}`,
      expected: "at most 1",
      hint: "Move the opening pressure up, soften the slope, use a lag, or write fold: allow to take the most closed answer.",
    });
  }
  return law;
}

function buildVessel(content: NetworkFile["vessels"][string], path: readonly string[], refuse: Refuse): Vessel {
  const count = content.lymphangions;
  const checked = <T>(list: readonly T[], field: readonly string[], length = count): readonly T[] => {
    if (list.length === 1 || list.length === length) return list;
    return refuse([...path, ...field], {
      code: "field/invalid",
      value: `${list.length} entries`,
      expected: `one entry, or ${length} for ${count} lymphangions`,
    });
  };
  const { wall } = content;
  for (const [field, value] of Object.entries(wall)) {
    if (Array.isArray(value)) checked<number>(value, ["wall", field]);
  }
  const lists = Object.values(wall).filter((value) => Array.isArray(value));
  const walls: WallLaw[] = [];
  for (let j = 0; j < Math.max(...lists.map((list) => list.length)); j++) {
    const human = wall.law === "human-collector" ? wall : undefined;
    walls.push({
      law: wall.law,
      passivePressure: entryFor(wall.passivePressure, j),
      referenceDiameter: entryFor(wall.referenceDiameter, j),
      activeTension: entryFor(wall.activeTension, j),
      stiffening: human ? entryFor(human.stiffening, j) : 1,
      tone: human ? entryFor(human.tone, j) : 0,
      optimalStretch: human ? entryFor(human.optimalStretch, j) : 0,
      stretchWidth: human ? entryFor(human.stretchWidth, j) : Number.POSITIVE_INFINITY,
    });
  }
  return {
    from: content.from,
    to: content.to,
    lymphangions: count,
    walls,
    lengths: checked(content.length, ["length"]),
    initialDiameters:
      content.initialDiameter === undefined ? [] : checked(content.initialDiameter, ["initialDiameter"]),
    valves: checked(content.valve, ["valve"], count + 1),
    onset: content.onset ?? 0,
  };
}

function buildExternal(content: NetworkFile["external"], refuse: Refuse): External {
  if (content?.massage === undefined) return { pressure: content?.pressure ?? 0 };
  const { vessels, ...fields } = content.massage;
  const massage: Massage = fields;
  if (massage.duration > massage.period) {
    refuse(["external", "massage", "period"], { code: "param/out-of-range", expected: "at least the duration" });
  }
  return { pressure: content.pressure ?? 0, massage, massaged: vessels };
}

function buildPacing(content: NetworkFile["pacing"], refuse: Refuse): Pacing {
  const { frequency, contraction, rest, lag, conduction } = content;
  const given = [frequency, contraction, rest].filter((value) => value !== undefined).length;
  if (given !== 2 && !(given === 1 && rest === undefined)) {
    refuse(["pacing"], {
      code: given > 2 ? "field/invalid" : "field/missing",
      value: `${given} of frequency, contraction and rest`,
      expected: "two of them (the third follows), or one of frequency and contraction alone for no rest",
    });
  }
  const period = frequency === undefined ? (contraction ?? 0) + (rest ?? 0) : 1 / frequency;
  const active = contraction ?? period - (rest ?? 0);
  const idle = rest ?? period - active;
  if (!(active > 0) || idle < -1e-12 * period) {
    refuse(["pacing", "frequency"], {
      code: "param/out-of-range",
      expected: "a period that holds contraction and rest",
    });
  }
  if (lag !== undefined && conduction !== undefined) {
    refuse(["pacing", "lag"], { code: "field/invalid", expected: "either lag or conduction" });
  }
  return {
    contraction: active,
    rest: Math.max(0, idle),
    lag: conduction === undefined ? (lag ?? { kind: "time", value: 0 }) : { kind: "conduction", value: conduction },
  };
}
