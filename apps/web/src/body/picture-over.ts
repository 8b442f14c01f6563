/** What lies on a body and is drawn by the page, not with the body. */
const layers = ["detours", "steps"] as const;

/** What of their look such parts have from the page's style sheets. */
const looks = [
  ...["fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "opacity"],
  ...["font-family", "font-size", "font-weight", "text-anchor"],
] as const;

/** What lies on a drawn body now, as SVG that carries its look in itself. */
export function pictureOver(figure: Element | null): string {
  const found = layers.flatMap((layer) => [...(figure?.querySelectorAll(`[data-layer="${layer}"]`) ?? [])]);
  return found
    .map((shown) => {
      const copy = shown.cloneNode(true) as Element;
      const copies = [copy, ...copy.querySelectorAll("*")];
      for (const [n, element] of [shown, ...shown.querySelectorAll("*")].entries()) {
        const own = copies[n];
        const style = getComputedStyle(element);
        own?.removeAttribute("class");
        for (const look of looks) own?.setAttribute(look, style.getPropertyValue(look));
      }
      return new XMLSerializer().serializeToString(copy);
    })
    .join("");
}
