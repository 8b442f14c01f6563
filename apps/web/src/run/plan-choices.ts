import { mmHg } from "@openlymph/base";
import { regions, type Stroke, type StrokeUse, strokes, strokeTiming, strokeUse } from "@openlymph/therapy";

/** A stroke to choose, with what is taught of it. */
export interface StrokeChoice {
  readonly id: string;
  readonly name: string;
  readonly use: StrokeUse;
  /** Pa; `null` for breathing. */
  readonly pressure: readonly [number, number] | null;
  readonly repetitions: readonly [number, number];
  /** One stroke with its rest, s. */
  readonly pace: readonly [number, number];
}

export interface RegionChoice {
  readonly id: string;
  readonly label: string;
  readonly kind: (typeof regions)[number]["kind"];
  /** Whether it can be worked in thirds. */
  readonly thirds: boolean;
}

/** Everything a step can be made of. */
export interface PlanChoices {
  readonly strokes: readonly StrokeChoice[];
  readonly regions: readonly RegionChoice[];
}

function strokeChoice(stroke: Stroke): StrokeChoice {
  const { work, rest } = strokeTiming(stroke);
  const range = stroke.pressure_mmHg;
  return {
    id: stroke.id,
    name: stroke.name,
    use: strokeUse(stroke),
    pressure: range === null ? null : [range[0] * mmHg, range[1] * mmHg],
    repetitions: stroke.timing.reps,
    pace: [work[0] + rest[0], work[1] + rest[1]],
  };
}

/** What the strokes and regions of the library offer, places in the order of their names. */
export function planChoices(): PlanChoices {
  const places = regions
    .map(({ id, label, kind, thirds }) => ({ id, label, kind, thirds: thirds !== undefined }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "en"));
  return { strokes: strokes.map(strokeChoice), regions: places };
}
