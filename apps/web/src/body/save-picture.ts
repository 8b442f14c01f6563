import { withFont } from "../ui/picture-font.ts";
import { saveBlob } from "../ui/save-file.ts";
import type { PictureKind } from "./PictureMenu.tsx";
import { type PictureQuestion, pictureFile, pngOf } from "./picture-file.ts";

/** Saves bodies as a drawing or as a picture, in the colours of the page. */
export async function savePicture(kind: PictureKind, asked: Omit<PictureQuestion, "ground" | "ink">): Promise<void> {
  const { backgroundColor, color } = getComputedStyle(document.body);
  const plain = pictureFile({ ...asked, ground: backgroundColor, ink: color });
  const file = { ...plain, svg: await withFont(plain.svg) };
  const blob = kind === "png" ? await pngOf(file) : new Blob([file.svg], { type: "image/svg+xml" });
  saveBlob(`openlymph-body.${kind}`, blob);
}
