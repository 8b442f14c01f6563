/** Makes reference.json: every case by CVODE and by our rodas4, both tight. Words choose cases: `tree-8 chain-10`. */
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { programs, runNode } from "../scripts/process.ts";
import { benchmarkFamily } from "./network-family.ts";
import { errorOf, placesOf, type Reference, readReferences, referenceFile } from "./reference.ts";
import { buildCvode, runCvode } from "./run-cvode.ts";
import { runOurs } from "./run-ours.ts";

/** Beyond this the two do not describe the same thing, and no reference is kept. */
const leastAgreement = 0.01;

const cvode = await buildCvode();
if ("missing" in cvode) throw new Error(`References need CVODE: ${cvode.missing}.`);
const references: Record<string, Reference> = existsSync(referenceFile) ? { ...readReferences() } : {};
const words = process.argv.slice(2);
for (const item of benchmarkFamily()) {
  if (words.length > 0 && !words.some((word) => `${item.id} `.startsWith(`${word} `))) continue;
  const large = item.lymphangions > 500;
  const cvodeTolerance = large ? 1e-10 : 1e-11;
  const ourTolerance = large ? 1e-6 : 1e-8;
  const theirs = await runCvode(cvode.program, item, { method: "bdf", tolerance: cvodeTolerance, repeats: 1 });
  const ours = runOurs(item, { method: "rodas4", tolerance: ourTolerance, repeats: 1 });
  const volumes = placesOf(item.lymphangions).map((j) => Number((theirs.volumes[j] ?? Number.NaN).toPrecision(12)));
  const outflow = Number(theirs.outflow.toPrecision(12));
  const looser = await runCvode(cvode.program, item, { method: "bdf", tolerance: 10 * cvodeTolerance, repeats: 1 });
  const distances = [ours, looser].map((run) => errorOf(run, { outflow, volumes }));
  const agreement = {
    outflow: Math.max(...distances.map((distance) => distance.outflow)),
    volume: Math.max(...distances.map((distance) => distance.volume)),
  };
  const seconds = `${theirs.seconds.toFixed(1)} s and ${ours.seconds.toFixed(1)} s`;
  console.log(`${item.id}: outflow ${agreement.outflow}, volumes ${agreement.volume} apart (${seconds})`);
  if (agreement.outflow > leastAgreement) throw new Error(`${item.id}: CVODE and ours do not agree.`);
  references[item.id] = {
    outflow,
    cvodeTolerance,
    ourTolerance,
    outflowAgreement: Number(agreement.outflow.toPrecision(2)),
    volumeAgreement: Number(agreement.volume.toPrecision(2)),
    volumes,
  };
  writeFileSync(referenceFile, `${JSON.stringify(references, null, 2)}\n`);
}
await runNode([programs.biome, "format", "--write", fileURLToPath(referenceFile)], { quiet: true });
