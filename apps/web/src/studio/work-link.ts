import { type ReadWork, readWork, type Work, writeWork } from "./work-kept.ts";

/**
 * Work as a link: JSON, deflated, in the part of the address that no server sees.
 *
 * The letters before it say the form; a later form gets other letters.
 */
const form = "#work1=";
/** Longer addresses are cut by mail programs and messengers. */
export const longestLink = 12_000;

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const passed = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(passed).arrayBuffer());
}

function toText(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function toBytes(text: string): Uint8Array {
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

/** The part of an address behind which the work stands. */
export async function linkOf(work: Work): Promise<string> {
  const bytes = new TextEncoder().encode(writeWork(work));
  return form + toText(await through(bytes, new CompressionStream("deflate-raw")));
}

/** Whether an address carries work at all. */
export function isWorkLink(hash: string): boolean {
  return hash.startsWith(form);
}

/** The work of a link; nothing where it was cut or changed on its way. */
export async function workOf(hash: string): Promise<ReadWork | undefined> {
  try {
    const bytes = await through(toBytes(hash.slice(form.length)), new DecompressionStream("deflate-raw"));
    return readWork(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
