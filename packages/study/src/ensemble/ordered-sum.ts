/**
 * Sum of numbers in the order they stand in, with the lost low part carried along (Neumaier, ZAMM 1974;54:39):
 * exact to the last digit or nearly so, and the same on every machine because the order is fixed.
 */
export function orderedSum(values: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
