import { createContext, type RefObject, useContext, useLayoutEffect, useRef, useState } from "react";

/** How a part of the page was left: what in it was unfolded, and how far what holds it was scrolled. */
export interface KeptPlace {
  readonly open: Map<string, boolean>;
  readonly scrolled: Map<Element, number>;
}

/** Given to what goes and comes back, so that it comes back as it was left. */
export const KeptPlaceContext = createContext<KeptPlace | undefined>(undefined);

/** A place to keep, for a part of the page that stays where what is in it is drawn anew. */
export function useKeptPlace(): KeptPlace {
  const [place] = useState<KeptPlace>(() => ({ open: new Map(), scrolled: new Map() }));
  return place;
}

/** Whether something of this name is unfolded: as a person left it, or else as is usual. */
export function useKeptOpen(name: string, usual: boolean): readonly [boolean, (open: boolean) => void] {
  const place = useContext(KeptPlaceContext);
  const [shown, setShown] = useState(() => place?.open.get(name) ?? usual);
  const set = (open: boolean): void => {
    place?.open.set(name, open);
    setShown(open);
  };
  return [shown, set];
}

/**
 * Keeps how far the page is scrolled around an element that goes, and scrolls there when it comes back. Only what scrolls
 * around it is asked, so that nothing else on the page moves.
 */
export function useKeptScroll(): RefObject<HTMLDivElement | null> {
  const place = useContext(KeptPlaceContext);
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const around: Element[] = [];
    for (let each = element.current?.parentElement; each; each = each.parentElement) around.push(each);
    for (const each of around) {
      const top = place?.scrolled.get(each);
      if (top !== undefined && top !== each.scrollTop) each.scrollTop = top;
    }
    return () => {
      for (const each of around)
        if (each.scrollTop > 0 || place?.scrolled.has(each)) place?.scrolled.set(each, each.scrollTop);
    };
  }, [place]);
  return element;
}
