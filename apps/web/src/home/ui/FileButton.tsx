import { FolderOpen } from "lucide-react";
import type { ReactNode } from "react";
import { useFilePicker } from "../../ui/use-file-picker.tsx";
import { BigButton } from "./BigButton.tsx";

export interface FileButtonProps {
  readonly children: ReactNode;
  readonly accept: string;
  readonly large?: boolean;
  readonly onText: (text: string, file: string) => void;
}

/** A button that opens a file of this device. It is read in the browser and goes nowhere. */
export function FileButton({ children, accept, large = false, onText }: FileButtonProps) {
  const [input, open] = useFilePicker(accept, onText);
  return (
    <>
      {input}
      <BigButton large={large} onPress={open}>
        <FolderOpen aria-hidden="true" size={22} />
        {children}
      </BigButton>
    </>
  );
}
