import { attempt, type Document, parseDocumentText, type Result, readAs } from "@openlymph/base";
import { readMoment } from "./moment.ts";
import { readProtocol, sameProtocol } from "./read-protocol.ts";
import { readReading } from "./read-reading.ts";
import { type Path, refuse, taken } from "./refuse.ts";
import {
  type BySide,
  type Measurement,
  mapSides,
  measurementsFormat,
  type Series,
  type Session,
  sides,
} from "./series.ts";
import { seriesSchema, type WrittenMeasurement, type WrittenSeries, type WrittenSession } from "./series-schema.ts";

const mixed = "A series has one unit, one step and one model: start a new file for others.";

interface Units {
  /** Of the first reading; the others must be written in it too. */
  first?: string;
}

function reading(document: Document, path: Path, written: unknown, unit: string | undefined, units: Units): number {
  const read = taken(document, path, readReading(written, unit));
  units.first ??= read.unit;
  if (read.unit !== units.first) {
    refuse(document, path, "quantity/unit", {
      expected: `a reading in ${units.first} like the first one`,
      hint: mixed,
    });
  }
  return read.value;
}

function readings(document: Document, path: Path, written: WrittenMeasurement, file: WrittenSeries, units: Units) {
  const lists = mapSides(written as BySide<readonly unknown[]>, (list, side) =>
    list.map((value, i) => reading(document, [...path, side, i], value, file.unit, units)),
  );
  const { left, right } = lists;
  if (left !== undefined && right !== undefined && left.length !== right.length) {
    refuse(document, [...path, "right"], "field/invalid", {
      value: `${left.length} readings left, ${right.length} right`,
      expected: "as many readings on both sides",
      hint: "Nothing is cut off: which mark was left out?",
    });
  }
  for (const [i, name] of written.confirmed.entries()) {
    const [side = "", n = ""] = name.split(" ");
    if (lists[side as "left" | "right"]?.[Number(n) - 1] === undefined) {
      refuse(document, [...path, "confirmed", i], "reference/unknown", { expected: "a reading of this measurement" });
    }
  }
  return lists;
}

function scalesOf({ phq4, gad2, phq2 }: WrittenMeasurement): Measurement["scales"] {
  const given = Object.entries({ phq4, gad2, phq2 }).filter(([, answers]) => answers !== undefined);
  return Object.fromEntries(given) as Measurement["scales"];
}

function measurement(
  document: Document,
  path: Path,
  written: WrittenMeasurement,
  file: WrittenSeries,
  units: Units,
): Measurement {
  if (written.protocol !== undefined && !sameProtocol(written.protocol, file.protocol)) {
    refuse(document, [...path, "protocol"], "field/invalid", { expected: "the protocol of the series", hint: mixed });
  }
  if (written.unit !== undefined && written.unit !== file.unit) {
    refuse(document, [...path, "unit"], "quantity/unit", { expected: "the unit of the series", hint: mixed });
  }
  const { rater, baseline, confirmed, weight, stage, pitting, water, perometer, lDex, tissueDielectric } = written;
  const endPart = mapSides(written.endPart as BySide<unknown>, (value, side) =>
    reading(document, [...path, "endPart", side], value, file.unit, units),
  );
  return {
    at: taken(document, [...path, "at"], readMoment(written.at)),
    ...(rater === undefined ? {} : { rater }),
    baseline,
    circumferences: readings(document, path, written, file, units),
    confirmed,
    endPart,
    ...(weight === undefined ? {} : { weight }),
    stage: stage as Measurement["stage"],
    pitting: pitting as Measurement["pitting"],
    water: water as Measurement["water"],
    perometer: perometer as Measurement["perometer"],
    ...(lDex === undefined ? {} : { lDex }),
    tissueDielectric: tissueDielectric as Measurement["tissueDielectric"],
    symptoms: written.symptoms,
    scales: scalesOf(written),
    scores: written.scores,
  };
}

/** A session; where it was left out it has no length. */
function session(document: Document, path: Path, { at, minutes, leftOut, block }: WrittenSession): Session {
  if (leftOut && minutes !== undefined) {
    refuse(document, [...path, "minutes"], "field/invalid", { expected: "no minutes where a session was left out" });
  }
  return {
    at: taken(document, [...path, "at"], readMoment(at)),
    duration: 60 * (minutes ?? 0),
    leftOut,
    ...(block === undefined ? {} : { block }),
  };
}

function sessionsInOrder(document: Document, sessions: readonly Session[]): void {
  for (const [i, { at }] of sessions.entries()) {
    const before = sessions[i - 1];
    if (before !== undefined && at.seconds <= before.at.seconds + before.duration) {
      refuse(document, ["sessions", i, "at"], "field/invalid", { expected: "a time after the session before it" });
    }
  }
}

/** How many marks every measurement has; a volume of fewer would cover less of the limb. */
function marksOf(document: Document, measurements: readonly Measurement[], model: string | undefined): number {
  let marks: number | undefined;
  for (const [i, { circumferences }] of measurements.entries()) {
    for (const side of sides) {
      const own = circumferences[side]?.length;
      if (own === undefined) continue;
      const path = ["measurements", i, side];
      if (own < 2 && model !== "disk") {
        refuse(document, path, "field/invalid", {
          value: `${own} reading`,
          expected: "two readings or more: they bound the segments of the volume",
        });
      }
      marks ??= own;
      if (own !== marks) {
        refuse(document, path, "field/invalid", {
          value: `${own} readings`,
          expected: `${marks} readings as in the first measurement`,
          hint: "Fewer marks cover less of the limb; nothing is cut off or filled in.",
        });
      }
    }
  }
  return marks ?? 2;
}

function inOrder(document: Document, measurements: readonly Measurement[]): void {
  for (const [i, { at }] of measurements.entries()) {
    const before = measurements[i - 1]?.at;
    if (before !== undefined && at !== undefined && at.seconds <= before.seconds) {
      refuse(document, ["measurements", i, "at"], "field/invalid", { expected: "a time after that of the one before" });
    }
  }
}

/**
 * Reads a measurements file (`openlymph/measurements@1`).
 *
 * @param file name as the person gave it, for messages.
 * @returns the series in SI; or one failure with file, line, field, value and what is allowed: readings without a unit, in
 * mixed units, outside 5 to 120 cm or not finite, another protocol within the series, sides or visits with unequal numbers
 * of readings, times without a zone or out of order.
 */
export function parseSeries(text: string, file: string): Result<Series> {
  const parsed = parseDocumentText(text, file);
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  const read = readAs(document, measurementsFormat, seriesSchema);
  if (!read.ok) return read;
  const written = read.value;
  return attempt(() => {
    const { title, about, limb, affected, dominant } = written;
    const units: Units = {};
    const measurements = written.measurements.map((one, i) =>
      measurement(document, ["measurements", i], one, written, units),
    );
    inOrder(document, measurements);
    const sessions = written.sessions.map((one, i) => session(document, ["sessions", i], one));
    sessionsInOrder(document, sessions);
    const named = readProtocol(document, ["protocol"], written.protocol, limb, 2);
    const marks = marksOf(document, measurements, named.model);
    return {
      title,
      ...(about === undefined ? {} : { about }),
      limb,
      ...(affected === undefined ? {} : { affected }),
      ...(dominant === undefined ? {} : { dominant }),
      protocol: readProtocol(document, ["protocol"], written.protocol, limb, marks),
      measurements,
      sessions,
      consentToPooling: written.consentToPooling,
    };
  });
}
