/** How safely the browser keeps what Home writes. */
export interface StorageState {
  readonly installed: boolean;
  /** The browser has promised not to throw it away for want of room. */
  readonly persistent: boolean;
  /** `1.2 MB`; `undefined` where the browser does not say. */
  readonly used?: string;
}

export async function storageState(): Promise<StorageState> {
  const installed = matchMedia("(display-mode: standalone)").matches;
  const { storage } = navigator;
  if (storage === undefined) return { installed, persistent: false };
  const [persistent, { usage }] = await Promise.all([
    storage.persisted().catch(() => false),
    storage.estimate().catch((): StorageEstimate => ({})),
  ]);
  return { installed, persistent, ...(usage === undefined ? {} : { used: `${(usage / 1e6).toFixed(1)} MB` }) };
}

export async function askToKeep(): Promise<boolean> {
  return (await navigator.storage?.persist?.().catch(() => false)) ?? false;
}
