/**
 * What no store can keep and no reader can follow, in any request: text with a NUL, which PostgreSQL has none of, and
 * nesting without end. Looked at before anything else, so that both stores answer alike.
 */
import { raise } from "@openlymph/base";

/** Far more than any body has; far less than exhausts a stack. */
const deepest = 40;

interface Place {
  readonly value: unknown;
  readonly depth: number;
}

const childrenOf = (value: unknown): readonly unknown[] =>
  typeof value === "object" && value !== null ? [...Object.keys(value), ...Object.values(value)] : [];

/**
 * @param sealed what is kept as sealed bytes may hold a NUL: nothing a phone wrote down is refused for one.
 * @throws FailureError `field/invalid`
 */
export function refuseUnkeepable(given: unknown, { sealed }: { readonly sealed: boolean }): void {
  const open: Place[] = [{ value: given, depth: 0 }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { value, depth } = place;
    if (depth > deepest) raise("field/invalid", { path: "body", expected: `at most ${deepest} levels` });
    if (!sealed && typeof value === "string" && value.includes("\0")) {
      raise("field/invalid", { expected: "text without a NUL" });
    }
    for (const child of childrenOf(value)) open.push({ value: child, depth: depth + 1 });
  }
}
