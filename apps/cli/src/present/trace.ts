import { toUnit } from "@openlymph/base";
import type { Trace } from "@openlymph/physiology";
import type { TableColumn } from "../output/table-file.ts";

/** The course of the last cycle: time, diameter and pressure of every lymphangion, flow through every path. */
export function traceColumns(trace: Trace): readonly TableColumn[] {
  const { lymphangions, valves } = trace;
  return [
    { name: "time", unit: "s", values: trace.time },
    ...lymphangions.map((id, j) => ({
      name: `diameter ${id}`,
      unit: "mm",
      values: (trace.diameter[j] ?? new Float64Array()).map((si) => toUnit(si, "length", "mm")),
    })),
    ...lymphangions.map((id, j) => ({
      name: `pressure ${id}`,
      unit: "mmHg",
      values: (trace.pressure[j] ?? new Float64Array()).map((si) => toUnit(si, "pressure", "mmHg")),
    })),
    ...valves.map((id, e) => ({
      name: `flow ${id}`,
      unit: "mL/h",
      values: (trace.flow[e] ?? new Float64Array()).map((si) => toUnit(si, "flow", "mL/h")),
    })),
  ];
}
