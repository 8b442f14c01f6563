import type { TaskContext } from "@openlymph/base";

/** Progress of one run as part of a whole. */
export function partOf(
  context: TaskContext | undefined,
  done: number,
  all: number,
  message: string,
): TaskContext | undefined {
  if (context === undefined) return undefined;
  const report: TaskContext["report"] = ({ task }) => context.report?.({ task, fraction: done / all, message });
  return { signal: context.signal, report };
}
