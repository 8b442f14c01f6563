/** One virtual body, asked in a worker. */
import type { Result } from "@openlymph/base";
import { type EnsembleTask, evaluateMember, type MemberInput } from "@openlymph/rehearsal";

export interface MemberWork {
  readonly task: EnsembleTask;
  readonly input: MemberInput;
}

export function ask({ task, input }: MemberWork): Result<readonly number[]> {
  return evaluateMember(task, input);
}
