import type { VersionAuthor } from "@openlymph/therapy";
import type { SignedIn } from "../../use-clinic.ts";
import { todayText } from "../../when.ts";

/** Who stands behind a version, and the day. Whoever runs a clinic signs as its therapist. */
export function authorOf({ name, role }: Pick<SignedIn, "name" | "role">): {
  readonly author: VersionAuthor;
  readonly date: string;
} {
  return { author: { name, role: role === "assistant" ? "assistant" : "therapist" }, date: todayText() };
}
