import type { ClinicProblem } from "../clinic-problem.ts";
import { words } from "../words/words.ts";
import { Act } from "./Act.tsx";
import { Note } from "./Card.tsx";

/** A problem in words: what, why, what is safe, what to do. */
export function problemSaid(problem: ClinicProblem): string {
  const said = words.problems[problem.code];
  const wait = problem.retryAfter === undefined ? "" : ` ${words.problems.retryIn(problem.retryAfter)}`;
  // How long to wait is said once.
  const silent = problem.message === "" || problem.code === "signed-out" || wait !== "";
  const own = silent ? "" : ` ${problem.message}`;
  return `${said}${own}${wait}`;
}

export function ProblemNote({
  problem,
  onAgain,
}: {
  readonly problem: ClinicProblem | undefined;
  readonly onAgain?: () => void;
}) {
  if (problem === undefined) return null;
  return (
    <Note tone="danger" loud>
      <p>{problemSaid(problem)}</p>
      {onAgain === undefined ? null : (
        <div>
          <Act onPress={onAgain}>{words.problems.again}</Act>
        </div>
      )}
    </Note>
  );
}
