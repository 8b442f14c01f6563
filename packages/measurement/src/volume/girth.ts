/**
 * Single circumferences: difference between the sides, mark by mark.
 *
 *   gᵢ = Cᵢ(affected) − Cᵢ(other),      the rule looks at the largest gᵢ
 *
 * | symbol | unit | meaning                                       | source                              |
 * | ------ | ---- | --------------------------------------------- | ----------------------------------- |
 * | C      | m    | circumference at the same mark of both sides  | tape                                |
 * | g      | m    | difference                                    | rules of 2 cm: Ancukiewicz 2012     |
 *
 * A ring that is dC larger all along a cylinder of circumference C makes it (1 + dC/C)² − 1 larger: 2 cm on 27 cm are
 * 15.4 %. The largest of many differences is large by chance too, so its interval is that of one mark, not of the largest.
 */
import { type Estimate, minus } from "../error/estimate.ts";

/** gᵢ of all marks, m. */
export function girthDifferences(affected: readonly Estimate[], other: readonly Estimate[]): readonly Estimate[] {
  return affected.map((own, i) => minus(own, other[i]!));
}

/** Share by which a cylinder grows when its circumference grows from `circumference` by `growth`. */
export function volumeGrowth(circumference: number, growth: number): number {
  return ((circumference + growth) / circumference) ** 2 - 1;
}
