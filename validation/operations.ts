/** How many people swell after an operation, as counted and as virtual bodies predict it. */
import { anatomy, type Limb } from "@openlymph/anatomy";
import type { PublishedNumber, PublishedResult, Verdict } from "./result.ts";
import { swollenShare } from "./virtual-bodies.ts";

export interface ExpectedVerdict {
  readonly procedure: string;
  readonly verdict: Verdict;
  readonly why: string;
}

function incidence(procedure: string): {
  readonly name: string;
  readonly value: number;
  readonly read: readonly string[];
} {
  const record = anatomy.byId.procedures.get(procedure);
  const value = record?.lymphoedemaIncidencePct.typ;
  if (record === undefined || value === undefined || value === null) throw new RangeError(`no incidence: ${procedure}`);
  return { name: record.name, value, read: Object.keys(record.lymphoedemaIncidencePct.values) };
}

function numberOf({ procedure, verdict, why }: ExpectedVerdict): PublishedNumber {
  const { name, value, read } = incidence(procedure);
  const from = read.length === 0 ? "no source read: a guess of the table" : read.join(", ");
  return {
    quantity: `people who swell after ${name}`,
    condition: from,
    published: { kind: "value", value, unit: "%" },
    verdict,
    why,
  };
}

/** Bodies with a limb above 10 % excess 720 days after each operation, in the calibrated population, beside the incidences. */
export function operationsResult(
  head: Pick<PublishedResult, "id" | "title">,
  limbs: readonly Limb[],
  bodies: number,
  expected: readonly ExpectedVerdict[],
): PublishedResult {
  return {
    ...head,
    studied: "people",
    source: {
      citation:
        "DiSipio 2013, McLaughlin 2008, Naoum, AMAROS, M. D. Anderson and others, as collected in procedures.json",
    },
    provenance: {
      tag: "source",
      source: "second-hand or abstracts; where a procedure names no study, its incidence is a guess of ours",
    },
    protocol:
      `There: people counted as swollen, by many definitions and after different times. Here: ${bodies} virtual bodies per ` +
      "operation (seed 1), 720 days after it; swollen is a limb with more than 10 % excess. ± is our sampling error.",
    assumed:
      "Every prior. The median pump strength after procedures (0.54) was calibrated on one operation, axillary dissection of " +
      "levels I-II; all other rows are predictions.",
    numbers: expected.map(numberOf),
    run: () => ({ ours: expected.map(({ procedure }) => swollenShare(procedure, "calibrated", bodies, limbs)) }),
  };
}
