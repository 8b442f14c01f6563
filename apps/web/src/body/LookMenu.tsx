import { Maximize, ZoomIn } from "lucide-react";
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { Button } from "../ui/Button.tsx";
import menu from "../ui/Menu.module.css";
import { words } from "../words.ts";
import styles from "./BodyStage.module.css";
import { drawnOut } from "./inset-names.ts";
import { type PictureKind, pictureKinds } from "./PictureMenu.tsx";

const told = words.body.look;

export interface LookMenuProps {
  /** Whether less than the whole body is seen. */
  readonly near: boolean;
  readonly onStep: (direction: 1 | -1) => void;
  readonly onWhole: () => void;
  readonly onInset: (inset: string) => void;
  /** Saves the picture, where no menu of its own does. */
  readonly onPicture: ((kind: PictureKind) => void) | undefined;
}

/** How near the body is looked at, and the places that have a drawing of their own. */
export function LookMenu({ near, onStep, onWhole, onInset, onPicture }: LookMenuProps) {
  const act = (key: string): void => {
    if (key === "nearer" || key === "farther") onStep(key === "nearer" ? 1 : -1);
    else if (key === "svg" || key === "png") onPicture?.(key);
    else onInset(key);
  };
  return (
    <>
      <MenuTrigger>
        <Button kind="outlined" label={told.open} className={styles["microscope"]}>
          <ZoomIn aria-hidden="true" size={20} />
        </Button>
        <Popover className={menu["popover"] ?? ""} offset={4}>
          <Menu aria-label={told.open} onAction={(key) => act(String(key))} className={menu["menu"] ?? ""}>
            <MenuSection>
              <Header className={menu["section"] ?? ""}>{told.distance}</Header>
              <MenuItem id="nearer" className={menu["item"] ?? ""}>
                {told.nearer}
              </MenuItem>
              {near ? (
                <MenuItem id="farther" className={menu["item"] ?? ""}>
                  {told.farther}
                </MenuItem>
              ) : null}
            </MenuSection>
            <MenuSection>
              <Header className={menu["section"] ?? ""}>{told.places}</Header>
              {drawnOut.map((id) => (
                <MenuItem key={id} id={id} className={menu["item"] ?? ""}>
                  {told.insets[id]}
                </MenuItem>
              ))}
            </MenuSection>
            {onPicture === undefined ? null : (
              <MenuSection>
                <Header className={menu["section"] ?? ""}>{words.body.picture}</Header>
                {pictureKinds.map((kind) => (
                  <MenuItem key={kind} id={kind} className={menu["item"] ?? ""}>
                    {words.body.pictureKinds[kind]}
                  </MenuItem>
                ))}
              </MenuSection>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      {near ? (
        <Button kind="outlined" label={told.whole} className={styles["microscope"]} onPress={onWhole}>
          <Maximize aria-hidden="true" size={20} />
        </Button>
      ) : null}
    </>
  );
}
