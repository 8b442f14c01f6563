/** All that can be said of a store from what lies in it, whatever database that is. */
import { verifyAudit } from "../../audit/audit.ts";
import { newestStep, stepOf } from "../migrate.ts";
import type { MasterKey } from "../seal.ts";
import type { Work } from "../store.ts";
import { checkChains } from "./chains.ts";
import { checkCounters } from "./counters.ts";
import { type Finding, well, wrong } from "./finding.ts";

async function checkTrails(trx: Work): Promise<readonly Finding[]> {
  const clinics = await trx.selectFrom("clinic").select("id").execute();
  const findings: Finding[] = [];
  for (const { id } of clinics) {
    const verdict = await verifyAudit(trx, id);
    if (verdict.whole) {
      findings.push(well("audit", `clinic ${id}: ${verdict.entries} entries, each with the hash of the one before`));
      continue;
    }
    const todo = "find out who could write to the database; a backup tells what the entry was";
    findings.push(wrong("audit", `clinic ${id}, entry ${verdict.at}: ${verdict.why}`, todo));
  }
  return findings;
}

/** The step a store has taken, as a finding. */
export async function checkStep(trx: Work): Promise<Finding> {
  const step = await stepOf(trx);
  if (step === newestStep) return well("version", `${step}, the newest`);
  if (step === undefined)
    return wrong("version", "there is no store in this database", "start the server once, or restore a backup");
  return step < newestStep
    ? well("version", `${step}; the next start brings it to ${newestStep}`)
    : wrong("version", `${step} was written by a newer OpenLymph`, "use that version of OpenLymph");
}

export async function checkContents(trx: Work, master: MasterKey): Promise<readonly Finding[]> {
  return [...(await checkChains(trx, master)), ...(await checkCounters(trx)), ...(await checkTrails(trx))];
}
