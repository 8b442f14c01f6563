export { deviation, type Estimate, type Interval, interval95, z95 } from "./error/estimate.ts";
export { compareMeasurements } from "./measured/comparison.ts";
export { measured } from "./measured/measured.ts";
export { parseSeries } from "./series/parse-series.ts";
export { parseTable } from "./series/parse-table.ts";
