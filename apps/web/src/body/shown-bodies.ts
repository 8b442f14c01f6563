import type { View } from "@openlymph/figure";
import type { Rehearsal } from "@openlymph/rehearsal";
import { words } from "../words.ts";
import type { RunName } from "./moment.ts";

/** What stands beside each other instead of front and back: with and without the session, or plan A and plan B. */
export type Pairing = "runs" | "plans";

/** One drawn body: a view of a run of a rehearsal. */
export interface ShownBody {
  readonly key: string;
  readonly view: View;
  readonly run: RunName;
  readonly rehearsal: Rehearsal | undefined;
  /** What it is called below its picture, where two runs stand beside each other. */
  readonly name?: string;
}

export interface ShownQuestion {
  readonly views: readonly View[];
  readonly run: RunName;
  readonly rehearsal: Rehearsal | undefined;
  readonly pairing: Pairing | undefined;
  /** The rehearsal that was kept as plan A. */
  readonly kept: Rehearsal | undefined;
}

/** The bodies that stand beside each other. Pairs are seen from the first of the views. */
export function shownBodies({ views, run, rehearsal, pairing, kept }: ShownQuestion): readonly ShownBody[] {
  const [view = "front"] = views;
  if (pairing === "runs") {
    return (["with", "without"] as const).map((each) => {
      return { key: `${view}-${each}`, view, run: each, rehearsal, name: words.body[`${each}Long`] };
    });
  }
  if (pairing === "plans" && kept !== undefined) {
    return [
      { key: `${view}-A`, view, run, rehearsal: kept, name: words.body.planNamed("A", kept.planTitle) },
      {
        key: `${view}-B`,
        view,
        run,
        rehearsal,
        name: words.body.planNamed("B", rehearsal?.planTitle ?? ""),
      },
    ];
  }
  return views.map((each) => ({ key: each, view: each, run, rehearsal }));
}
