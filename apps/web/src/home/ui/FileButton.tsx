import { FolderOpen } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { BigButton } from "./BigButton.tsx";

export interface FileButtonProps {
  readonly children: ReactNode;
  readonly accept: string;
  readonly large?: boolean;
  readonly onText: (text: string, file: string) => void;
}

/** A button that opens a file of this device. It is read in the browser and goes nowhere. */
export function FileButton({ children, accept, large = false, onText }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const read = async (files: FileList | null): Promise<void> => {
    const file = files?.[0];
    if (file !== undefined) onText(await file.text(), file.name);
    if (input.current !== null) input.current.value = "";
  };
  return (
    <>
      <input ref={input} type="file" accept={accept} hidden onChange={(event) => void read(event.target.files)} />
      <BigButton large={large} onPress={() => input.current?.click()}>
        <FolderOpen aria-hidden="true" size={22} />
        {children}
      </BigButton>
    </>
  );
}
