import { type RefObject, useEffect } from "react";

/** What takes the focus, the first that is there: a question, the button a screen is there for, a heading. */
const takers = ["fieldset[data-question] legend", "[data-main]", "h1"];

/**
 * Gives the focus a place when what had it is gone: without one, a reader of the screen and the keyboard stand at the very
 * top, and nobody is told that the screen has changed. Waits for screens that are still being fetched.
 */
export function useKeptFocus(room: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const within = room.current;
    if (within === null) return;
    let last: Element | undefined;
    const note = ({ target }: Event): void => {
      const used = target instanceof Element ? target.closest("a, button, input, [tabindex]") : null;
      if (used !== null && within.contains(used)) last = used;
    };
    const keep = (): void => {
      if (last === undefined || last.isConnected || document.activeElement !== document.body) return;
      const next = takers
        .map((taker) => within.querySelector<HTMLElement>(`main ${taker}`))
        .find((found) => found !== null);
      if (next === undefined || next === null) return;
      last = undefined;
      if (next.tabIndex < 0) next.tabIndex = -1;
      next.focus({ preventScroll: next.dataset["main"] !== undefined });
    };
    const seen = new MutationObserver(keep);
    seen.observe(within, { childList: true, subtree: true });
    within.addEventListener("focusin", note);
    within.addEventListener("click", note);
    return () => {
      seen.disconnect();
      within.removeEventListener("focusin", note);
      within.removeEventListener("click", note);
    };
  }, [room]);
}
