import { GraduationCap } from "lucide-react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Button } from "../ui/Button.tsx";
import menu from "../ui/Menu.module.css";
import { words } from "../words.ts";
import { type StoryName, storyNames } from "./stories.ts";

/** Five short stories, each told with the model. */
export function LearnMenu({ onStory }: { readonly onStory: (story: StoryName) => void }) {
  return (
    <MenuTrigger>
      <Button label={words.learn.title} round>
        <GraduationCap aria-hidden="true" size={22} />
      </Button>
      <Popover className={menu["popover"] ?? ""} placement="bottom end" offset={4}>
        <Menu
          aria-label={words.learn.title}
          onAction={(key) => onStory(key as StoryName)}
          className={menu["menu"] ?? ""}
        >
          {storyNames.map((name) => (
            <MenuItem key={name} id={name} className={menu["item"] ?? ""}>
              {words.learn.stories[name].title}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
