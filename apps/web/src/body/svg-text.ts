/** An element of a drawing. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgElement[];
}

const tags = /<(\/?)(\w+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g;
const pairs = /([\w:-]+)="([^"]*)"/g;

/** The elements that stand in a text of SVG as the figure writes it: no words between tags, nothing but elements. */
export function readSvg(text: string): readonly SvgElement[] {
  const top: SvgElement[] = [];
  const open: SvgElement[][] = [top];
  for (const [, closing, name = "", written = "", alone] of text.matchAll(tags)) {
    if (closing === "/") {
      open.pop();
      continue;
    }
    const attributes: Record<string, string> = {};
    for (const [, key = "", value = ""] of written.matchAll(pairs)) attributes[key] = value;
    const children: SvgElement[] = [];
    open.at(-1)?.push({ name, attributes, children });
    if (alone !== "/") open.push(children);
  }
  return top;
}

/** All elements that have an id, by it. */
export function elementsById(elements: readonly SvgElement[]): ReadonlyMap<string, SvgElement> {
  const found = new Map<string, SvgElement>();
  const visit = (element: SvgElement): void => {
    const { id } = element.attributes;
    if (id !== undefined) found.set(id, element);
    element.children.forEach(visit);
  };
  elements.forEach(visit);
  return found;
}
