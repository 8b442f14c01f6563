import { Check, Layers as LayersIcon } from "lucide-react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Button } from "../ui/Button.tsx";
import menu from "../ui/Menu.module.css";
import { words } from "../words.ts";
import styles from "./BodyStage.module.css";
import { type LayerName, type Layers, layerNames } from "./layers.ts";

export interface LayerMenuProps {
  readonly layers: Layers;
  readonly onChange: (layers: Layers) => void;
}

/** Which layers lie on the body. */
export function LayerMenu({ layers, onChange }: LayerMenuProps) {
  return (
    <MenuTrigger>
      <Button kind="outlined" label={words.body.layers} className={styles["layers"]}>
        <LayersIcon aria-hidden="true" size={20} />
        <span className={styles["layersWord"]}>{words.body.layers}</span>
      </Button>
      <Popover className={menu["popover"] ?? ""} offset={4}>
        <Menu
          aria-label={words.body.layers}
          selectionMode="multiple"
          selectedKeys={layers}
          onSelectionChange={(keys) => onChange(new Set(keys === "all" ? layerNames : ([...keys] as LayerName[])))}
          className={menu["menu"] ?? ""}
        >
          {layerNames.map((name) => (
            <MenuItem key={name} id={name} className={menu["item"] ?? ""}>
              <Check aria-hidden="true" size={18} className={menu["check"]} />
              {words.body.layer[name]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
