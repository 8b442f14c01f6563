import { type ReactNode, useRef } from "react";

/**
 * Opens a file of this device. It is read in the browser and goes nowhere by itself.
 *
 * @returns what has to stand on the page, unseen, and what opens the device's own choice of files.
 */
export function useFilePicker(
  accept: string,
  onText: (text: string, file: string) => void,
): readonly [input: ReactNode, open: () => void] {
  const input = useRef<HTMLInputElement>(null);
  const read = async (files: FileList | null): Promise<void> => {
    const file = files?.[0];
    if (file !== undefined) onText(await file.text(), file.name);
    // The same file can be chosen again.
    if (input.current !== null) input.current.value = "";
  };
  return [
    <input
      key="file"
      ref={input}
      type="file"
      accept={accept}
      hidden
      onChange={(event) => void read(event.target.files)}
    />,
    () => input.current?.click(),
  ];
}
