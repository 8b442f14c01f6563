import { raise } from "./failure.ts";

/** What a running task tells about itself: a fraction of its work and a few words. */
export interface Progress {
  readonly task: string;
  /** 0 to 1. */
  readonly fraction: number;
  readonly message: string;
}

/** Handed to long work so that it can be watched and cancelled; the same in a thread, a worker and a server job. */
export interface TaskContext {
  readonly signal?: AbortSignal | undefined;
  readonly report?: ((progress: Progress) => void) | undefined;
}

/** Reports progress of the named task, and throws `task/cancelled` once the signal is aborted. */
export function checkpoint(context: TaskContext | undefined, progress: Progress): void {
  if (context?.signal?.aborted) raise("task/cancelled", { value: progress.task });
  context?.report?.(progress);
}
