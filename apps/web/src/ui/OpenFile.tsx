import { FolderOpen } from "lucide-react";
import { FileTrigger } from "react-aria-components";
import type { Named } from "../run/named.ts";
import { Button } from "./Button.tsx";

/** A button that opens a person's own YAML file. It is read in the browser and goes nowhere. */
export function OpenFile({ label, onOpen }: { readonly label: string; readonly onOpen: (file: Named) => void }) {
  const read = async (files: FileList | null): Promise<void> => {
    const file = files?.[0];
    if (file !== undefined) onOpen({ file: file.name, text: await file.text() });
  };
  return (
    <FileTrigger acceptedFileTypes={[".yaml", ".yml", ".json"]} onSelect={(files) => void read(files)}>
      <Button label={label} round>
        <FolderOpen aria-hidden="true" size={20} />
      </Button>
    </FileTrigger>
  );
}
