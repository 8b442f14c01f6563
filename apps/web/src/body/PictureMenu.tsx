import { ImageDown } from "lucide-react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Button } from "../ui/Button.tsx";
import menu from "../ui/Menu.module.css";
import { words } from "../words.ts";
import styles from "./BodyStage.module.css";

export const pictureKinds = ["svg", "png"] as const;
export type PictureKind = (typeof pictureKinds)[number];

/** Saves the bodies as they stand now as a drawing or as a picture. */
export function PictureMenu({ onSave }: { readonly onSave: (kind: PictureKind) => void }) {
  return (
    <MenuTrigger>
      <Button kind="outlined" label={words.body.picture} className={styles["microscope"]}>
        <ImageDown aria-hidden="true" size={20} />
      </Button>
      <Popover className={menu["popover"] ?? ""} offset={4}>
        <Menu
          aria-label={words.body.picture}
          onAction={(key) => onSave(key as PictureKind)}
          className={menu["menu"] ?? ""}
        >
          {pictureKinds.map((kind) => (
            <MenuItem key={kind} id={kind} className={menu["item"] ?? ""}>
              {words.body.pictureKinds[kind]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
