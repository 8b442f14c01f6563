import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { compressFiles } from "./web-compress.ts";

test("what shrinks lies there a second and a third time, and is the same unpacked; the rest is left alone", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "openlymph-compress-"));
  const text = "const lymph = 1;\n".repeat(500);
  for (const name of ["long.js", "picture.png"]) writeFileSync(path.join(folder, name), text);
  writeFileSync(path.join(folder, "short.css"), "a{}");
  compressFiles(folder);
  expect(readdirSync(folder).toSorted()).toEqual(["long.js", "long.js.br", "long.js.gz", "picture.png", "short.css"]);
  const [br, gz] = ["br", "gz"].map((end) => readFileSync(path.join(folder, `long.js.${end}`)));
  expect(brotliDecompressSync(br!).toString()).toBe(text);
  expect(gunzipSync(gz!).toString()).toBe(text);
  expect(br!.length).toBeLessThan(text.length / 10);
  rmSync(folder, { recursive: true });
});
