/**
 * A screening that is to be kept, read by the server itself: what a page says that it comes to is not taken on trust. An
 * emergency is lifted by nobody, neither by a clearance in the file, nor by a word of the page, nor by a correction later.
 */
import { describeFailure, FailureError, fail, raise } from "@openlymph/base";
import type { Kind } from "@openlymph/record";
import { parseScreening, type Screening, screen } from "@openlymph/therapy";
import type { Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";
import { idsOf } from "./person.ts";

/** Characters; a whole screening has a tenth of them. */
const longest = 100_000;
const path = "body.text";

/** @throws FailureError of the field that is wrong. */
function readScreening(text: unknown): Screening {
  if (typeof text !== "string") return raise("field/type", { path, expected: "the text of a screening file" });
  if (text.length > longest) return raise("document/too-large", { path, expected: `at most ${longest} characters` });
  const read = ((): ReturnType<typeof parseScreening> => {
    try {
      return parseScreening(text, "screening");
    } catch {
      // Nested so deeply that it cannot be followed.
      return fail("document/unreadable", { path, expected: "a screening file" });
    }
  })();
  return read.ok ? read.value : raise("field/invalid", { path, hint: describeFailure(read) });
}

function checkScreening(body: Readonly<Record<string, unknown>>, now: number): void {
  const screening = readScreening(body["text"]);
  const judged = screen(screening, Math.max(now / 1000, screening.answeredAt ?? 0));
  if (!judged.ok) throw new FailureError(judged);
  const isEmergency = judged.value.action === "EMERGENCY";
  const saysSo = body["action"] === "EMERGENCY";
  const overridden = saysSo && body["override"] !== undefined;
  if (overridden || (isEmergency && !saysSo)) {
    raise("access/forbidden", { path: "body.action", hint: "An emergency cannot be lifted by anybody." });
  }
}

/** What kind of operation is corrected; `undefined` for none of this person. */
async function correctedKind(
  trx: Work,
  { id, clinic }: Row<"person">,
  operation: unknown,
): Promise<string | undefined> {
  if (typeof operation !== "string") return undefined;
  const found = await trx
    .selectFrom("operation")
    .select("kind")
    .where("id", "=", operation)
    .where("person", "in", await idsOf(trx, clinic, id))
    .executeTakeFirst();
  return found?.kind;
}

/**
 * Looks at a screening before it is written, and at one that a correction puts in the place of another.
 *
 * @throws FailureError for a file that cannot be read, a clearance of an emergency in it, and `access/forbidden` for an
 * emergency that the body calls something else or overrides.
 */
export async function refuseLiftedEmergency(
  trx: Work,
  person: Row<"person">,
  { kind, body, now }: { readonly kind: Kind; readonly body: Readonly<Record<string, unknown>>; readonly now: number },
): Promise<void> {
  if (kind === "screening/kept") checkScreening(body, now);
  if (kind !== "record/corrected") return;
  const corrected = await correctedKind(trx, person, body["operation"]);
  const inner = body["body"];
  if (corrected !== "screening/kept" || typeof inner !== "object" || inner === null) return;
  checkScreening(inner as Record<string, unknown>, now);
}
