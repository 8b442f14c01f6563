/** Makes a backup in a thread of its own, so that the server goes on answering. */
import { parentPort, workerData } from "node:worker_threads";
import { FailureError } from "@openlymph/base";
import { makeBackup } from "./backup.ts";

try {
  parentPort?.postMessage({ backup: await makeBackup(workerData) });
} catch (error) {
  parentPort?.postMessage(error instanceof FailureError ? { failure: error.failure } : { message: String(error) });
}
