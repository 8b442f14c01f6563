/**
 * Why somebody opened or joined records, in their own words. Such words may tell of a person's health, so they are sealed with
 * the person's key before they stand in the audit trail, which never changes: erasing the person takes them away too.
 */
import { type MasterKey, seal, unseal } from "../store/seal.ts";
import type { Row } from "../store/tables.ts";
import { keyOf } from "./person.ts";

type Keyed = Pick<Row<"person">, "id" | "key">;

const mark = "sealed:";
const about = (person: string): string => `reason:${person}`;

export function sealReason(master: MasterKey, person: Keyed, reason: string): string {
  return mark + Buffer.from(seal(keyOf(master, person), reason, about(person.id))).toString("base64");
}

/** The words again; `erased` once the key is gone. What was never sealed is given as it is. */
export function readReason(master: MasterKey, person: Keyed | undefined, reason: string): string {
  if (!reason.startsWith(mark)) return reason;
  if (person === undefined || person.key === null) return "erased";
  const sealed = Buffer.from(reason.slice(mark.length), "base64");
  return unseal(keyOf(master, person), sealed, about(person.id)).toString();
}
