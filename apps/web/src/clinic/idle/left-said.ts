/** How long before its end an unused page says so, ms. */
export const warnBefore = 120_000;

/** What is left, ms, as `1:05`. */
export function leftSaid(left: number): string {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
