/** Files that are whole or not there, also after a power cut. */
import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

function sync(place: string): void {
  const handle = openSync(place, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Brings the names in a folder to the disk. Windows does so by itself, and opens no folder. */
export function syncFolder(folder: string): void {
  if (process.platform !== "win32") sync(folder);
}

/** Gives a file that is complete its name, in one step; one of that name is replaced. */
export function putInPlace(finished: string, file: string): void {
  sync(finished);
  renameSync(finished, file);
  syncFolder(path.dirname(file));
}

/** Writes a file that only this account reads. */
export function writeDurably(file: string, text: string): void {
  const fresh = `${file}.part`;
  writeFileSync(fresh, text, { mode: 0o600, flush: true });
  putInPlace(fresh, file);
}

export function copyDurably(from: string, to: string): void {
  const fresh = `${to}.part`;
  copyFileSync(from, fresh);
  putInPlace(fresh, to);
}

/** `2026-11-26T21-04-05Z`: a moment that may stand in a file's name and sorts by time. */
export function stamp(now: number): string {
  return `${new Date(now).toISOString().slice(0, 19).replaceAll(":", "-")}Z`;
}
