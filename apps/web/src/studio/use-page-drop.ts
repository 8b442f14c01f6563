import { useEffect, useRef } from "react";
import type { Named } from "../run/named.ts";
import { words } from "../words.ts";
import { type DocumentKind, documentKind } from "./document-kind.ts";

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") === true;

/** The card a file was dropped on, for a file that does not say itself what it is. */
function cardUnder(target: EventTarget | null): DocumentKind {
  const label = target instanceof Element ? target.closest("section")?.getAttribute("aria-label") : undefined;
  return label === words.plan.dropArea ? "plan" : "history";
}

/**
 * Takes a file that is dropped anywhere on the page: a browser would open it in place of the app. What it is stands in
 * the file; one that does not say is read as what the card under it shows, and its mistake is told there.
 */
export function usePageDrop(onFile: (kind: DocumentKind, file: Named) => void): void {
  const latest = useRef(onFile);
  latest.current = onFile;
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      const card = cardUnder(event.target);
      void file.text().then((text) => latest.current(documentKind(text) ?? card, { file: file.name, text }));
    };
    document.addEventListener("dragover", over);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("drop", drop);
    };
  }, []);
}
