import { FolderOpen } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Act } from "./Act.tsx";

export interface FileActProps {
  readonly children: ReactNode;
  readonly accept?: string;
  readonly busy?: boolean;
  readonly onText: (text: string, file: string) => void;
}

/** Opens a file of this device. It is read in the browser; it leaves it only when something is kept. */
export function FileAct({ children, accept = ".yaml,.yml,.json", busy = false, onText }: FileActProps) {
  const input = useRef<HTMLInputElement>(null);
  const read = async (files: FileList | null): Promise<void> => {
    const file = files?.[0];
    if (file !== undefined) onText(await file.text(), file.name);
    if (input.current !== null) input.current.value = "";
  };
  return (
    <>
      <input ref={input} type="file" accept={accept} hidden onChange={(event) => void read(event.target.files)} />
      <Act busy={busy} onPress={() => input.current?.click()}>
        <FolderOpen aria-hidden="true" size={20} />
        {children}
      </Act>
    </>
  );
}
