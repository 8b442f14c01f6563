import { Badge } from "../../ui/Badge.tsx";
import { words } from "../words/words.ts";

/** Stands wherever a person is shown who does not exist. */
export function MadeUp({ synthetic }: { readonly synthetic: boolean }) {
  return synthetic ? <Badge>{words.madeUp}</Badge> : null;
}
