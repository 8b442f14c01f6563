/** Where a card lies in its list, px from the top of what scrolls. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** Room kept free beside a card, px: the fades of the scrolling part lie there. */
const margin = 12;
const fadeBelow = 44;

/**
 * Where to scroll so that a step is seen with the steps before and after it, whole, where there is room; else with the
 * next one; else alone. Undefined when all of that is in sight already. The first card in sight always begins at the top.
 *
 * @param cards in their order.
 * @param scrollTop where the list stands now, px.
 * @param height of the part in sight, px.
 */
export function stepScroll(
  cards: readonly Extent[],
  current: number,
  scrollTop: number,
  height: number,
): number | undefined {
  const card = cards[current];
  if (card === undefined) return undefined;
  const first = cards[current - 1] ?? card;
  const last = cards[current + 1];
  const end = last?.bottom ?? card.bottom;
  const room = height - margin - (cards[current + 2] === undefined ? 0 : fadeBelow);
  const from = end - first.top <= room ? first : card;
  const to = end - from.top <= room ? end : card.bottom;
  const place = Math.max(0, from.top - margin);
  return place >= scrollTop && to <= scrollTop + room ? undefined : place;
}

/** Scrolls a list of steps, which lies in `scroll`, to the step under way. */
export function scrollToStep(scroll: HTMLElement, current: number): void {
  if (scroll.scrollHeight <= scroll.clientHeight) return;
  const base = scroll.getBoundingClientRect().top - scroll.scrollTop;
  const cards = [...scroll.querySelectorAll("li[data-step]")].map((item) => {
    const { top, bottom } = item.getBoundingClientRect();
    return { top: top - base, bottom: bottom - base };
  });
  const to = stepScroll(cards, current, scroll.scrollTop, scroll.clientHeight);
  if (to !== undefined) scroll.scrollTo({ top: to });
}
