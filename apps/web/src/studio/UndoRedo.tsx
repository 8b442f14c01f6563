import { Redo2, Undo2 } from "lucide-react";
import { Button } from "../ui/Button.tsx";
import { words } from "../words.ts";
import type { UsedWork } from "./use-work.ts";

/** Takes the last change of history or plan back, and makes it again. */
export function UndoRedo({ used: { undo, redo } }: { readonly used: Pick<UsedWork, "undo" | "redo"> }) {
  const told = words.plan.tools;
  return (
    <>
      <Button label={told.undo} round isDisabled={undo === undefined} onPress={() => undo?.()}>
        <Undo2 aria-hidden="true" size={20} />
      </Button>
      <Button label={told.redo} round isDisabled={redo === undefined} onPress={() => redo?.()}>
        <Redo2 aria-hidden="true" size={20} />
      </Button>
    </>
  );
}
