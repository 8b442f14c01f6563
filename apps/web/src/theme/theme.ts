import { useSyncExternalStore } from "react";
import { recall, remember } from "./memory.ts";

export const themeChoices = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export type Theme = "light" | "dark";

const key = "openlymph.theme";
const dark = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

function stored(): ThemeChoice {
  const found = recall(key);
  return themeChoices.find((choice) => choice === found) ?? "system";
}

let choice = stored();

function apply(): void {
  const root = document.documentElement;
  if (choice === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = choice;
  for (const listener of listeners) listener();
}

apply();
dark.addEventListener("change", apply);

export function chooseTheme(next: ThemeChoice): void {
  choice = next;
  remember(key, next);
  apply();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, () => choice);
}

/** The theme that is seen. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => {
    if (choice !== "system") return choice;
    return dark.matches ? "dark" : "light";
  });
}
