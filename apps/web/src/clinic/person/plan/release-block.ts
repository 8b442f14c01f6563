import type { ScreeningOutcome } from "@openlymph/therapy";
import { words } from "../../words/words.ts";

const told = words.plan.blocks;

export interface ReleaseBlock {
  /** Nothing lifts it. */
  readonly final: boolean;
  readonly says: string;
}

/** Actions at which no session may be done. */
const stopping: readonly string[] = ["STOP_SAME_DAY", "HOLD_CLEARANCE"];

/**
 * What stands against releasing a plan. An emergency is final; a stop or a hold, a person nobody screened and errors of the
 * check need a reason, unless the screening itself was overridden with one.
 */
export function releaseBlocks(
  screening: Pick<ScreeningOutcome, "action"> | undefined,
  overridden: boolean,
  errors: number,
): readonly ReleaseBlock[] {
  const blocks: ReleaseBlock[] = [];
  if (screening === undefined) blocks.push({ final: false, says: told.none });
  else if (screening.action === "EMERGENCY") blocks.push({ final: true, says: told.emergency });
  else if (stopping.includes(screening.action) && !overridden) blocks.push({ final: false, says: told.stop });
  if (errors > 0) blocks.push({ final: false, says: told.errors(errors) });
  return blocks;
}
