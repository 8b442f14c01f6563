import { FolderOpen } from "lucide-react";
import type { ReactNode } from "react";
import { useFilePicker } from "../../ui/use-file-picker.tsx";
import { Act } from "./Act.tsx";

export interface FileActProps {
  readonly children: ReactNode;
  readonly accept?: string;
  readonly busy?: boolean;
  readonly onText: (text: string, file: string) => void;
}

/** Opens a file of this device. It is read in the browser; it leaves it only when something is kept. */
export function FileAct({ children, accept = ".yaml,.yml,.json", busy = false, onText }: FileActProps) {
  const [input, open] = useFilePicker(accept, onText);
  return (
    <>
      {input}
      <Act busy={busy} onPress={open}>
        <FolderOpen aria-hidden="true" size={20} />
        {children}
      </Act>
    </>
  );
}
