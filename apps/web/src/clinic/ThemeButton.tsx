import { Monitor, Moon, Sun } from "lucide-react";
import { chooseTheme, themeChoices, useThemeChoice } from "../theme/theme.ts";
import { Act } from "./ui/Act.tsx";
import { words } from "./words/words.ts";

const signs = { system: Monitor, light: Sun, dark: Moon };

/** As this device, light, dark, and round again. */
export function ThemeButton() {
  const choice = useThemeChoice();
  const Sign = signs[choice];
  const next = themeChoices[(themeChoices.indexOf(choice) + 1) % themeChoices.length] ?? "system";
  return (
    <Act kind="plain" label={`${words.theme.label}: ${words.theme[choice]}`} onPress={() => chooseTheme(next)}>
      <Sign aria-hidden="true" size={22} />
    </Act>
  );
}
