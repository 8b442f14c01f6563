import { fail, ok, type Result } from "@openlymph/base";
import { type Quantity, quantityByName, type Series, type VolumeMethod, volumeMethods } from "@openlymph/measurement";
import { readMeasurementFolder } from "./read-measurements.ts";

/** A series, which of its quantities is followed, and by which method its volumes were measured. */
export interface Followed {
  readonly series: Series;
  readonly of: Quantity;
  readonly method: VolumeMethod;
}

/** The method a volume was measured by, as it is written. */
export function readMethod(written: string | undefined): Result<VolumeMethod> {
  const found = volumeMethods.find((method) => method === (written ?? "tape"));
  if (found !== undefined) return ok(found);
  return fail("usage/invalid", { path: "--method", value: written, expected: `one of ${volumeMethods.join(", ")}` });
}

interface Written {
  /** A measurements file or a folder of them. */
  readonly place: string;
  readonly of?: string | undefined;
  readonly method?: string | undefined;
}

/** Reads a series and what is followed of it; `usual` where nobody names a quantity. */
export function readFollowed(written: Written, usual: (series: Series) => Quantity): Result<Followed> {
  const method = readMethod(written.method);
  if (!method.ok) return method;
  const series = readMeasurementFolder(written.place);
  if (!series.ok) return series;
  const of = written.of === undefined ? ok(usual(series.value)) : quantityByName(series.value, written.of);
  if (!of.ok) return fail(of.code, { ...of, path: "--of" });
  return ok({ series: series.value, of: of.value, method: method.value });
}
