/** Gives the person a file to keep. */
export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Gives the person a file of text to keep. */
export function saveFile(name: string, text: string, type = "text/yaml"): void {
  saveBlob(name, new Blob([text], { type }));
}
