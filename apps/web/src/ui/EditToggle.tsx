import { Check, PencilLine } from "lucide-react";
import { Button } from "./Button.tsx";

export interface EditToggleProps {
  readonly editing: boolean;
  /** What pressing it does. */
  readonly start: string;
  readonly done: string;
  readonly onEditing: (editing: boolean) => void;
}

/** Begins to change a document, and ends it. */
export function EditToggle({ editing, start, done, onEditing }: EditToggleProps) {
  return (
    <span title={editing ? done : start}>
      <Button
        kind={editing ? "filled" : "plain"}
        round
        label={editing ? done : start}
        onPress={() => onEditing(!editing)}
      >
        {editing ? <Check aria-hidden="true" size={20} /> : <PencilLine aria-hidden="true" size={20} />}
      </Button>
    </span>
  );
}
