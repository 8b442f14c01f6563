import { ImageDown } from "lucide-react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Button } from "../ui/Button.tsx";
import menu from "../ui/Menu.module.css";
import { saveBlob } from "../ui/save-file.ts";
import { words } from "../words.ts";
import styles from "./BodyStage.module.css";
import type { DrawnFigure } from "./figure.worker.ts";
import { pictureFile, pngOf } from "./picture-file.ts";

export interface PictureMenuProps {
  /** What is drawn now, in its order. */
  readonly drawn: () => readonly DrawnFigure[];
  readonly title: string;
}

const kinds = ["svg", "png"] as const;

/** Saves the bodies as they stand now as a drawing or as a picture. */
export function PictureMenu({ drawn, title }: PictureMenuProps) {
  const save = async (kind: string): Promise<void> => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    const file = pictureFile(drawn(), title, backgroundColor, color);
    const blob = kind === "png" ? await pngOf(file) : new Blob([file.svg], { type: "image/svg+xml" });
    saveBlob(`openlymph-body.${kind}`, blob);
  };
  return (
    <MenuTrigger>
      <Button kind="outlined" label={words.body.picture} className={styles["microscope"]}>
        <ImageDown aria-hidden="true" size={20} />
      </Button>
      <Popover className={menu["popover"] ?? ""} offset={4}>
        <Menu aria-label={words.body.picture} onAction={(key) => void save(String(key))} className={menu["menu"] ?? ""}>
          {kinds.map((kind) => (
            <MenuItem key={kind} id={kind} className={menu["item"] ?? ""}>
              {words.body.pictureKinds[kind]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
