/** Reads what this browser remembers; nothing where it may not remember. */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Lets this browser remember a text; `false` where it may not, or has no room. A browser that keeps nothing works all the same. */
export function remember(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // What was never kept need not be forgotten.
  }
}
