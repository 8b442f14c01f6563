import { Window } from "happy-dom";
import { expect } from "vitest";

/**
 * Reads a page of a report, and fails where it asks for anything from outside, runs anything, or cannot be read by everyone:
 * language, one `h1`, headings in order, captions, described pictures, every id once.
 */
export function readPage(html: string) {
  expect(html).not.toMatch(/<(script|link|iframe|img|object|embed)\b/i);
  expect(html).not.toMatch(/@import|url\((?!#)/);
  expect(html).not.toMatch(/\b(?:src|href)="(?!#)/);
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } } as object);
  document.write(html);
  expect(document.querySelector("meta[http-equiv='Content-Security-Policy']")).not.toBeNull();
  expect(document.documentElement.getAttribute("lang")).toBe("en");
  expect(document.querySelectorAll("h1")).toHaveLength(1);
  const levels = [...document.querySelectorAll("h1, h2, h3")].map((heading) => Number(heading.tagName.slice(1)));
  levels.slice(1).forEach((level, n) => {
    expect(level - (levels[n] ?? 0)).toBeLessThanOrEqual(1);
  });
  for (const table of document.querySelectorAll("table")) {
    expect(table.querySelector("caption")?.textContent).not.toBe("");
  }
  for (const picture of document.querySelectorAll("svg[role='img']")) {
    expect(picture.getAttribute("aria-label") ?? picture.getAttribute("aria-labelledby")).toBeTruthy();
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  expect(new Set(ids).size).toBe(ids.length);
  return document;
}
