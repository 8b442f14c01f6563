import { anatomy } from "@openlymph/anatomy";
import { readMoment } from "../fields/moment.ts";
import { hasScope, resolveScope } from "../fields/scope.ts";
import { type Assumption, type HistoryProcedure, scopedAssumptions } from "./history.ts";
import type { WrittenAssumption } from "./history-schema.ts";
import { at, placed, type Reading, refuse } from "./read-context.ts";

const kinds = [...scopedAssumptions, "bypass", "regrowth", "obstruction", "cutCollectors", "venousPressure"] as const;
type Kind = (typeof kinds)[number];

const place = ["limb", "segments", "region", "territories", "side"];

/** Fields each kind may carry beside its value and a note. */
const allowed: Record<Kind, readonly string[]> = {
  pumpStrength: [...place, "from"],
  pumpOutput: [...place, "from"],
  hypoplasia: place,
  valveIncompetence: [...place, "from"],
  capillaryPressure: [...place, "from"],
  venousHypertension: [...place, "from"],
  startVolume: place,
  remodelling: [...place, "from"],
  bypass: ["procedure", "side"],
  regrowth: ["procedure", "side"],
  obstruction: ["nodes", "from"],
  cutCollectors: [],
  venousPressure: [],
};

function kindOf(reading: Reading, written: WrittenAssumption, path: readonly PropertyKey[]): Kind {
  const found = kinds.filter((kind) => written[kind] !== undefined);
  const [kind] = found;
  if (kind === undefined || found.length > 1) {
    refuse(reading, path, kind === undefined ? "field/missing" : "field/invalid", {
      expected: `exactly one of ${kinds.join(", ")}`,
    });
  }
  const others = Object.keys(written).filter((key) => key !== kind && key !== "note");
  const stray = others.find((key) => !allowed[kind].includes(key));
  if (stray !== undefined) {
    refuse(reading, [...path, stray], "field/unknown", {
      expected: `beside ${kind} only ${[...allowed[kind], "note"].join(", ")}`,
    });
  }
  return kind;
}

function removedNodes(
  reading: Reading,
  written: WrittenAssumption,
  path: readonly PropertyKey[],
  procedures: readonly HistoryProcedure[],
): readonly string[] {
  const { procedure, side } = written;
  if (procedure !== undefined && !procedures.some((done) => done.procedure === procedure)) {
    refuse(reading, [...path, "procedure"], "reference/unknown", {
      expected: "a procedure of this history",
      hint: "A bypass stands for what is left after an operation; list the operation under procedures.",
    });
  }
  const nodes = procedures
    .filter((done) => procedure === undefined || done.procedure === procedure)
    .flatMap(({ effect }) => Object.keys(effect.removed));
  const suffix = { left: "_L", right: "_R", both: "" }[side ?? "both"];
  const concerned = [...new Set(nodes)].filter((id) => id.endsWith(suffix));
  if (concerned.length === 0) {
    refuse(reading, path, "reference/unknown", {
      expected: "a procedure of this history that removes nodes there",
      hint: "A bypass and regrowth stand for what is left after an operation; list the operation under procedures.",
    });
  }
  return concerned;
}

function obstructedNodes(
  reading: Reading,
  { nodes = [] }: WrittenAssumption,
  path: readonly PropertyKey[],
): readonly string[] {
  if (nodes.length > 0) return nodes;
  return refuse(reading, [...path, "nodes"], "field/missing", {
    expected: "node groups, trunks or ducts such as [CILI_L, TD_UP]",
  });
}

function startOf(
  reading: Reading,
  written: WrittenAssumption,
  path: readonly PropertyKey[],
  procedures: readonly HistoryProcedure[],
): number | undefined {
  if (written.from === undefined) return undefined;
  if (written.from !== "procedures") return at(reading, [...path, "from"], readMoment(written.from, reading.asOf));
  if (procedures.length === 0) {
    refuse(reading, [...path, "from"], "reference/unknown", { expected: "procedures only where there are some" });
  }
  const limb = written.limb;
  const concerns = ({ procedure, side }: HistoryProcedure) =>
    (limb === undefined || (anatomy.byId.procedures.get(procedure)?.risk ?? "").includes(limb)) &&
    (written.side === undefined ||
      side === undefined ||
      side === "both" ||
      written.side === "both" ||
      side === written.side);
  const concerned = procedures.filter(concerns);
  return Math.min(...(concerned.length > 0 ? concerned : procedures).map((done) => done.at));
}

/** One assumption with the territories or nodes it concerns. */
export function readAssumption(
  reading: Reading,
  written: WrittenAssumption,
  index: number,
  procedures: readonly HistoryProcedure[],
): Assumption {
  const path = ["assume", index];
  const kind = kindOf(reading, written, path);
  const common = {
    value: written[kind] ?? 0,
    assumed: true as const,
    ...(written.note === undefined ? {} : { note: written.note }),
  };
  if (kind === "venousPressure" || kind === "cutCollectors") return { kind, ...common };
  if (kind === "bypass" || kind === "regrowth") {
    return { kind, ...common, nodes: removedNodes(reading, written, path, procedures) };
  }
  if (kind === "obstruction") {
    const nodes = obstructedNodes(reading, written, path);
    return { kind, ...common, nodes, at: startOf(reading, written, path, procedures) };
  }
  const start = startOf(reading, written, path, procedures);
  if (!hasScope(written)) {
    if (written.side !== undefined) {
      refuse(reading, [...path, "side"], "field/invalid", { expected: "a limb, segments or region beside the side" });
    }
    return { kind, ...common, territories: anatomy.territories.map(({ id }) => id), at: start };
  }
  const scope = placed(resolveScope(reading.document, path, written));
  return { kind, ...common, scope, territories: scope.territories, at: start };
}
