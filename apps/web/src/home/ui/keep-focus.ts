/**
 * Gives the focus a place when what had it is gone: without one, a reader of the screen and the keyboard stand at the very
 * top, and nobody is told that the screen has changed. Waits for screens that are still being fetched.
 *
 * Begins when it is first imported, by the screens that follow a press: whatever was pressed is gone by then.
 */

/** What takes the focus, the first that is there: a question, the button a screen is there for, a heading. */
const takers = ["fieldset[data-question] legend", "[data-main]", "h1"];

let lost = true;
let last: Element | undefined;

function note({ target }: Event): void {
  const used = target instanceof Element ? target.closest("a, button, input, [tabindex]") : null;
  if (used === null) return;
  last = used;
  lost = false;
}

function keep(): void {
  if (last?.isConnected === false) lost = true;
  if (!lost || document.activeElement !== document.body) return;
  const next = takers
    .map((taker) => document.querySelector<HTMLElement>(`main ${taker}`))
    .find((found) => found !== null);
  if (next === undefined || next === null) return;
  lost = false;
  last = next;
  if (next.tabIndex < 0) next.tabIndex = -1;
  next.focus({ preventScroll: next.dataset["main"] !== undefined });
}

new MutationObserver(keep).observe(document.body, { childList: true, subtree: true });
document.addEventListener("focusin", note);
document.addEventListener("click", note);
