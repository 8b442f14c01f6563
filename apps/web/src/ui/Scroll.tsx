import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { classes } from "./classes.ts";
import styles from "./Scroll.module.css";

/** Less than this beyond an edge is no reason to show that there is more, px. */
const slack = 2;

function watchEdges(element: HTMLElement): () => void {
  const look = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = element;
    const left = scrollHeight - clientHeight - scrollTop;
    const overflows = getComputedStyle(element).overflowY !== "visible" && scrollHeight - clientHeight > slack;
    element.toggleAttribute("data-above", overflows && scrollTop > slack);
    element.toggleAttribute("data-below", overflows && left > slack);
    const reachable = element.querySelector("button, a[href], input, summary") !== null;
    if (overflows && !reachable) element.tabIndex = 0;
    else element.removeAttribute("tabindex");
  };
  const sizes = new ResizeObserver(look);
  const watchAll = (): void => {
    sizes.disconnect();
    for (const each of [element, ...element.children]) sizes.observe(each);
    look();
  };
  const children = new MutationObserver(watchAll);
  children.observe(element, { childList: true });
  element.addEventListener("scroll", look, { passive: true });
  watchAll();
  return () => {
    sizes.disconnect();
    children.disconnect();
    element.removeEventListener("scroll", look);
  };
}

export interface ScrollProps {
  readonly className?: string | undefined;
  readonly ref?: RefObject<HTMLDivElement | null>;
  readonly children: ReactNode;
}

/** The part of a card that scrolls where the room is short; it fades at the edge beyond which there is more. */
export function Scroll({ className, ref, children }: ScrollProps) {
  const own = useRef<HTMLDivElement>(null);
  const element = ref ?? own;
  useEffect(() => (element.current === null ? undefined : watchEdges(element.current)), [element]);
  return (
    <div ref={element} className={classes(styles["scroll"], className)} data-scroll>
      {children}
    </div>
  );
}
