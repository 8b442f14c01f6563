import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const assets = fileURLToPath(new URL("../dist/assets/", import.meta.url));

test("the scripts of the page, those loaded later too, stay below 350 kB gzipped; the model's workers apart", () => {
  const scripts = readdirSync(assets).filter((name) => name.endsWith(".js") && !name.includes(".worker-"));
  const sizes = scripts.map((name) => gzipSync(readFileSync(assets + name), { level: 9 }).length);
  expect(scripts.length).toBeGreaterThan(3);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(350_000);
});
