import { Activity, History as HistoryIcon, ListOrdered, X } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { words } from "../words.ts";
import styles from "./Sheets.module.css";

const names = ["history", "plan", "happens"] as const;
type SheetName = (typeof names)[number];

const signs = { history: HistoryIcon, plan: ListOrdered, happens: Activity };

/** On a phone: three buttons below the body, each opens its panel as a sheet over the lower part of the screen. */
export function Sheets({ panels }: { readonly panels: Readonly<Record<SheetName, ReactNode>> }) {
  const [open, setOpen] = useState<SheetName>();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open !== undefined) sheet.current?.focus();
  }, [open]);
  return (
    <>
      {open === undefined ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the sheet from anywhere inside it
        <div
          className={styles["sheet"]}
          ref={sheet}
          tabIndex={-1}
          data-sheet={open}
          onKeyDown={(event) => {
            if (event.key === "Escape") setOpen(undefined);
          }}
        >
          <Button className={styles["close"]} round label={words.header.close} onPress={() => setOpen(undefined)}>
            <X aria-hidden="true" size={22} />
          </Button>
          {panels[open]}
        </div>
      )}
      <nav className={styles["tabs"]} aria-label={words.sheets.label}>
        {names.map((name) => {
          const Sign = signs[name];
          return (
            <Button
              key={name}
              className={styles["tab"]}
              expanded={open === name}
              onPress={() => setOpen(open === name ? undefined : name)}
            >
              <Sign aria-hidden="true" size={20} />
              {words.sheets[name]}
            </Button>
          );
        })}
      </nav>
    </>
  );
}
