import address from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url";

/** The names our drawings call the typeface of the app by. */
const names = ["Atkinson Hyperlegible Next", "Atkinson Hyperlegible Next Variable"];

async function readFaces(): Promise<string> {
  const response = await fetch(address);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const faces = names.map(
    (name) =>
      `@font-face{font-family:"${name}";font-weight:200 800;src:url(data:font/woff2;base64,${text}) format("woff2")}`,
  );
  return `<style>${faces.join("")}</style>`;
}

let faces: Promise<string> | undefined;

/**
 * A drawing that carries the typeface of the app in itself: as an image it sees nothing of the page, and a file is opened
 * elsewhere. The drawing as it was where the typeface cannot be had.
 */
export async function withFont(svg: string): Promise<string> {
  faces ??= readFaces().catch(() => "");
  const inside = svg.indexOf(">") + 1;
  return `${svg.slice(0, inside)}${await faces}${svg.slice(inside)}`;
}
