import type { TracerLight } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { lazy, Suspense } from "react";
import type { Scene } from "../learn/stories.ts";
import { words } from "../words.ts";

/** Both are loaded when they are opened for the first time. */
const Microscope = lazy(() =>
  import("../microscope/Microscope.tsx").then((loaded) => ({ default: loaded.Microscope })),
);
const Examination = lazy(() =>
  import("../examine/Examination.tsx").then((loaded) => ({ default: loaded.Examination })),
);

/** What stands below the body in place of the timeline. */
export type OpenDrawer =
  | { readonly kind: "microscope"; readonly name: string | undefined; readonly begin?: Scene["microscope"] }
  | { readonly kind: "examination" };

export interface StudioDrawerProps {
  readonly open: OpenDrawer;
  readonly history: History | undefined;
  readonly onLight: (light: TracerLight | undefined) => void;
  readonly onClose: () => void;
}

export function StudioDrawer({ open, history, onLight, onClose }: StudioDrawerProps) {
  const loading = open.kind === "microscope" ? words.microscope.loading : words.examine.loading;
  return (
    <Suspense fallback={<p role="status">{loading}</p>}>
      {open.kind === "microscope" ? (
        <Microscope name={open.name} begin={open.begin} onClose={onClose} />
      ) : (
        <Examination history={history} onLight={onLight} onClose={onClose} />
      )}
    </Suspense>
  );
}
