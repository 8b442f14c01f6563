import { anatomy, limbOfSegment, sided } from "@openlymph/anatomy";
import { day, mmHg } from "@openlymph/base";
import defaults from "../../data/event-factors.json" with { type: "json" };
import { sidesOf } from "../fields/body-side.ts";
import { readMoment } from "../fields/moment.ts";
import { resolveScope, type Scope } from "../fields/scope.ts";
import { regionsById } from "../library/region.ts";
import type { EventTime, HistoryEvent } from "./history.ts";
import type { WrittenEvent } from "./history-schema.ts";
import { at, placed, type Reading, refuse } from "./read-context.ts";

const kinds = ["infection", "posture", "sleeve", "meal", "walking", "exercise", "heat", "injury"] as const;
type Kind = (typeof kinds)[number];

/** The numbers of one kind as the data file has them: a pressure in mmHg, everything else without a unit. */
function numbersOf<Name extends string>(
  stored: Readonly<Record<Name, { readonly value: number; readonly unit?: string }>>,
): Readonly<Record<Name, number>> {
  const entries = Object.entries<{ readonly value: number; readonly unit?: string }>(stored);
  return Object.fromEntries(
    entries.map(([name, { value, unit }]) => [name, unit === "mmHg" ? value * mmHg : value]),
  ) as Record<Name, number>;
}

/** Factors taken when a file names none, SI; each stands with its source in `data/event-factors.json`. */
export const eventDefaults = {
  infection: numbersOf(defaults.infection),
  posture: numbersOf(defaults.posture),
  sleeve: numbersOf(defaults.sleeve),
  meal: numbersOf(defaults.meal),
  walking: numbersOf({ ...defaults.exercise, ...defaults.posture, ...defaults.walking }),
  exercise: numbersOf(defaults.exercise),
  heat: numbersOf(defaults.heat),
  injury: numbersOf(defaults.injury),
} as const;

const timeFields = ["at", "for", "from", "to", "repeat", "factors", "note"];
const scopeNames = ["limb", "segments", "region", "territories", "side"];
const allowed: Record<Kind, readonly string[]> = {
  infection: timeFields,
  posture: timeFields,
  sleeve: [...scopeNames, ...timeFields],
  meal: timeFields,
  walking: timeFields,
  exercise: timeFields,
  heat: [...scopeNames, ...timeFields],
  injury: timeFields,
};

/** Where in the anatomy the node groups lie that drain a limb: all levels of the armpit, all groups of the groin. */
const basinOfLimb = { arm: "axilla", leg: "groin" } as const;
function kindOf(reading: Reading, written: WrittenEvent, path: readonly PropertyKey[]): Kind {
  const found = kinds.filter((kind) => written[kind] !== undefined);
  const [kind] = found;
  if (kind === undefined || found.length > 1) {
    refuse(reading, path, kind === undefined ? "field/missing" : "field/invalid", {
      expected: `exactly one of ${kinds.join(", ")}`,
    });
  }
  const stray = Object.keys(written).find((key) => key !== kind && !allowed[kind].includes(key));
  if (stray !== undefined) {
    refuse(reading, [...path, stray], "field/unknown", { expected: `beside ${kind} only ${allowed[kind].join(", ")}` });
  }
  const known = Object.keys(eventDefaults[kind]);
  const strayFactor = Object.keys(written.factors ?? {}).find((key) => !known.includes(key));
  if (strayFactor !== undefined) {
    refuse(reading, [...path, "factors", strayFactor], "field/unknown", {
      expected: `factors of ${kind}: ${known.join(", ")}`,
    });
  }
  return kind;
}

function timeOf(reading: Reading, written: WrittenEvent, path: readonly PropertyKey[]): EventTime {
  const startField = written.from === undefined ? "at" : "from";
  if (written.from !== undefined && written.at !== undefined) {
    refuse(reading, [...path, "at"], "field/invalid", { expected: "either at or from" });
  }
  const start = at(reading, [...path, startField], readMoment(written[startField], reading.asOf));
  if ((written.for === undefined) === (written.to === undefined)) {
    refuse(reading, [...path, "for"], written.for === undefined ? "field/missing" : "field/invalid", {
      expected: `its end: either for (a duration such as "5 d") or to (a time)`,
    });
  }
  const end =
    written.for === undefined
      ? at(reading, [...path, "to"], readMoment(written.to, reading.asOf))
      : start + written.for;
  const endField = written.for === undefined ? "to" : "for";
  if (end <= start) refuse(reading, [...path, endField], "param/out-of-range", { expected: "an end after the start" });
  if (written.repeat === undefined) return { start, end };
  if (end - start > day) {
    refuse(reading, [...path, endField], "param/out-of-range", { expected: "at most 24 h for what is repeated daily" });
  }
  return { start, end, repeat: day };
}

function basinOf(reading: Reading, scope: Scope, region: string | undefined, path: readonly PropertyKey[]) {
  const found = scope.territories.map((id) => {
    const segment = anatomy.byId.territories.get(id)?.segment;
    return segment === undefined ? undefined : limbOfSegment[segment];
  });
  const limbs = new Set(found);
  const sides = sidesOf(scope.side ?? "both").filter((side) => scope.territories.some((id) => id.endsWith(`_${side}`)));
  if (region === undefined && !limbs.has(undefined)) {
    const places: readonly string[] = [...limbs].flatMap((limb) => (limb === undefined ? [] : [basinOfLimb[limb]]));
    return anatomy.nodeGroups
      .filter(({ kind, region: place }) => kind === "nodeGroup" && places.includes(place))
      .map(({ id }) => id)
      .filter((id) => sides.some((side) => id.endsWith(`_${side}`)));
  }
  const nodes = regionsById.get(region ?? "")?.nodes ?? [];
  if (nodes.length === 0) {
    refuse(reading, [...path, "basin"], region === undefined ? "field/missing" : "field/invalid", {
      expected: "the region of the nodes that drain the infected part, such as neck_lateral, axilla or inguinal",
    });
  }
  return nodes.flatMap((id) => sided(id, sides, anatomy.byId.nodeGroups));
}

/** Own factors over the defaults; a factor written as nothing keeps its default. */
function withDefaults<K extends Kind>(kind: K, own: WrittenEvent["factors"]): (typeof eventDefaults)[K] {
  const given = Object.entries(own ?? {}).filter(([, value]) => value !== undefined);
  return { ...eventDefaults[kind], ...Object.fromEntries(given) };
}

/** The part of the body written under the kind itself. */
function nested(
  reading: Reading,
  written: WrittenEvent,
  kind: "exercise" | "injury",
  path: readonly PropertyKey[],
): Scope {
  return placed(resolveScope(reading.document, [...path, kind], written[kind] ?? {}));
}

const gut = ["stomach", "smallIntestine", "largeIntestine"];

/** One event with its time, the territories it concerns and the factors of the model. */
export function readEvent(reading: Reading, written: WrittenEvent, index: number): HistoryEvent {
  const path = ["events", index];
  const kind = kindOf(reading, written, path);
  const common = {
    ...timeOf(reading, written, path),
    ...(written.note === undefined ? {} : { note: written.note }),
  };
  switch (kind) {
    case "infection": {
      const { basin, inoculum, ...where } = written.infection ?? {};
      const infectionPath = [...path, "infection"];
      const scope = placed(resolveScope(reading.document, infectionPath, where));
      const nodes = basinOf(reading, scope, basin, infectionPath);
      const entered = inoculum === undefined ? {} : { inoculum };
      return { kind, ...common, scope, basin: nodes, ...entered, factors: withDefaults(kind, written.factors) };
    }
    case "posture":
      return { kind, ...common, posture: written.posture ?? "lying", factors: withDefaults(kind, written.factors) };
    case "sleeve": {
      const scope = placed(resolveScope(reading.document, path, written));
      return { kind, ...common, pressure: written.sleeve ?? 0, scope, factors: withDefaults(kind, written.factors) };
    }
    case "meal":
      return { kind, ...common, territories: gut, factors: withDefaults(kind, written.factors) };
    case "walking":
      return { kind, ...common, factors: withDefaults(kind, written.factors) };
    case "heat": {
      const scope = placed(resolveScope(reading.document, path, written));
      return { kind, ...common, rise: written.heat ?? 0, scope, factors: withDefaults(kind, written.factors) };
    }
    case "exercise":
      return {
        kind,
        ...common,
        scope: nested(reading, written, kind, path),
        factors: withDefaults(kind, written.factors),
      };
    case "injury":
      return {
        kind,
        ...common,
        scope: nested(reading, written, kind, path),
        factors: withDefaults(kind, written.factors),
      };
  }
}
