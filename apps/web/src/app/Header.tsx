import { Check, CircleQuestionMark, Monitor, Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { LearnMenu } from "../learn/LearnMenu.tsx";
import type { StoryName } from "../learn/stories.ts";
import { OfflineNote } from "../offline/OfflineNote.tsx";
import { chooseTheme, type ThemeChoice, themeChoices, useThemeChoice } from "../theme/theme.ts";
import { Button } from "../ui/Button.tsx";
import { classes } from "../ui/classes.ts";
import menu from "../ui/Menu.module.css";
import { words } from "../words.ts";
import styles from "./Header.module.css";

const signs = { system: Monitor, light: Sun, dark: Moon };

function ThemeMenu() {
  const choice = useThemeChoice();
  const Sign = signs[choice];
  return (
    <MenuTrigger>
      <Button label={`${words.header.theme}: ${words.header.themes[choice]}`} round>
        <Sign aria-hidden="true" size={22} />
      </Button>
      <Popover className={menu["popover"] ?? ""} placement="bottom end" offset={4}>
        <Menu
          aria-label={words.header.theme}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[choice]}
          onSelectionChange={(keys) => chooseTheme([...keys][0] as ThemeChoice)}
          className={menu["menu"] ?? ""}
        >
          {themeChoices.map((each) => (
            <MenuItem key={each} id={each} className={menu["item"] ?? ""}>
              <Check aria-hidden="true" size={18} className={menu["check"]} />
              {words.header.themes[each]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

export interface HeaderProps {
  readonly hint: ReactNode;
  readonly help: boolean;
  readonly onHelp: () => void;
  readonly onStory: (story: StoryName) => void;
}

/** Name, room, first steps, colours, help. */
export function Header({ hint, help, onHelp, onStory }: HeaderProps) {
  return (
    <header className={styles["header"]}>
      <div className={styles["place"]}>
        <h1 className={styles["name"]}>
          <img src="/icon.svg" alt="" width="28" height="28" />
          {words.name}
          <span className={styles["room"]}>{words.header.room}</span>
        </h1>
        <a href="/home/" className={styles["other"]}>
          {words.header.home}
        </a>
        <a href="/clinic/" className={classes(styles["other"], styles["clinic"])}>
          {words.header.clinic}
        </a>
      </div>
      <div className={styles["hint"]}>{hint}</div>
      <div className={styles["actions"]}>
        <OfflineNote words={words.offline} />
        <LearnMenu onStory={onStory} />
        <ThemeMenu />
        <Button label={words.header.help} round expanded={help} onPress={onHelp}>
          <CircleQuestionMark aria-hidden="true" size={22} />
        </Button>
      </div>
    </header>
  );
}
