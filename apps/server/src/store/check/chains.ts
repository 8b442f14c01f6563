/**
 * Every chain followed from its first operation, every sealed operation opened and held against its hash, and what the store
 * says of a chain's end held against what is there. Of people who were erased the hashes alone can be followed.
 */
import { noHash, readOperation } from "@openlymph/record";
import { keyOf } from "../../people/person.ts";
import { type MasterKey, unseal } from "../seal.ts";
import type { Work } from "../store.ts";
import type { Row } from "../tables.ts";
import { backToBackup, type Finding, well, wrong } from "./finding.ts";

interface Chain {
  readonly device: string;
  readonly whose: string;
  readonly sequence: number;
  readonly head: string;
}

interface Link {
  readonly sequence: number;
  readonly id: string;
  readonly previous: string;
  readonly hash: string;
  readonly person: string;
  readonly sealed: Uint8Array;
  /** Absent for what was refused: it was kept as it came, altered or not. */
  readonly kind?: string;
}

const windowSize = 500;

async function linksIn(trx: Work, device: string, after: number): Promise<readonly Link[]> {
  const within = { from: after, to: after + windowSize };
  const columns = ["sequence", "id", "previous", "hash", "person", "sealed"] as const;
  const taken = await trx
    .selectFrom("operation")
    .select([...columns, "kind"])
    .where("device", "=", device)
    .where("sequence", ">", within.from)
    .where("sequence", "<=", within.to)
    .execute();
  const refused = await trx
    .selectFrom("refusal")
    .select(columns)
    .where("device", "=", device)
    .where("sequence", ">", within.from)
    .where("sequence", "<=", within.to)
    .execute();
  return [...taken, ...refused].sort((a, b) => a.sequence - b.sequence);
}

/** What is wrong with what is sealed in a link; nothing where it cannot be looked at any more. */
function wrongInside(key: Uint8Array | undefined, device: string, link: Link): string | undefined {
  if (key === undefined) return undefined;
  let raw: Record<string, unknown>;
  try {
    raw = JSON.parse(unseal(key, link.sealed, link.id).toString());
  } catch {
    return "cannot be opened with the key of its person";
  }
  const { id, previous, hash, sequence, kind } = raw;
  const same = id === link.id && previous === link.previous && hash === link.hash && sequence === link.sequence;
  if (!same || raw["device"] !== device) return "is not the one its row names";
  if (link.kind === undefined) return undefined;
  if (kind !== link.kind) return "is of another kind than its row says";
  const read = readOperation(raw);
  return read.ok || read.code === "reference/unknown" || read.code === "document/format"
    ? undefined
    : "is not what was written: its hash does not belong to it";
}

interface Followed {
  readonly finding?: Finding;
  readonly taken: number;
}

async function follow(trx: Work, keys: ReadonlyMap<string, Uint8Array>, chain: Chain): Promise<Followed> {
  let [sequence, hash, taken] = [0, noHash, 0];
  const broken = (at: number, what: string): Followed => ({
    finding: wrong("chain", `${chain.whose}: operation ${at} ${what}`, backToBackup),
    taken,
  });
  for (;;) {
    const links = await linksIn(trx, chain.device, sequence);
    for (const link of links) {
      if (link.sequence !== sequence + 1) {
        return broken(sequence + 1, link.sequence === sequence ? "is there twice" : "is missing");
      }
      if (link.previous !== hash) return broken(link.sequence, "does not follow on the one before");
      const what = wrongInside(keys.get(link.person), chain.device, link);
      if (what !== undefined) return broken(link.sequence, what);
      ({ sequence, hash } = link);
      if (link.kind !== undefined) taken += 1;
    }
    if (links.length === 0) break;
    await new Promise(setImmediate);
  }
  if (sequence < chain.sequence) return broken(sequence + 1, "is missing");
  if (sequence !== chain.sequence || hash !== chain.head) {
    return broken(sequence, `is the last, and the store names ${chain.sequence}`);
  }
  return { taken };
}

function openKeys(master: MasterKey, people: readonly Row<"person">[]) {
  const keys = new Map<string, Uint8Array>();
  const findings: Finding[] = [];
  for (const person of people.filter(({ key }) => key !== null)) {
    try {
      keys.set(person.id, keyOf(master, person));
    } catch {
      findings.push(wrong("key", `the key of person ${person.id} cannot be opened`, backToBackup));
    }
  }
  return { keys, findings };
}

export async function checkChains(trx: Work, master: MasterKey): Promise<readonly Finding[]> {
  const people = await trx.selectFrom("person").selectAll().execute();
  const devices = await trx.selectFrom("device").selectAll().execute();
  const { keys, findings } = openKeys(master, people);
  const chains = [
    ...devices.map(({ id, person, sequence, head }): Chain => {
      return { device: id, whose: `phone ${id} of person ${person}`, sequence, head };
    }),
    ...people.map(({ id, device, sequence, head }): Chain => {
      return { device, whose: `the clinic's own of person ${id}`, sequence, head };
    }),
  ];
  let taken = 0;
  const broken: Finding[] = [];
  for (const chain of chains) {
    const followed = await follow(trx, keys, chain);
    taken += followed.taken;
    if (followed.finding !== undefined) broken.push(followed.finding);
  }
  const { count } = await trx
    .selectFrom("operation")
    .select((row) => row.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  if (broken.length === 0 && Number(count) !== taken) {
    broken.push(wrong("chain", `${Number(count) - taken} operations belong to no device`, backToBackup));
  }
  const erased = people.length - people.filter(({ key }) => key !== null).length;
  const told = erased === 0 ? "" : `; of ${erased} erased people the hashes alone`;
  const whole = well("chain", `${chains.length} chains of ${taken} operations are whole and can be opened${told}`);
  return [...findings, ...(broken.length > 0 ? broken : [whole]), ...troubles(devices)];
}

/** What phones and server disagreed on is shown to the clinic too; nothing here is lost by it. */
function troubles(devices: readonly Row<"device">[]): readonly Finding[] {
  return devices.flatMap(({ id, person, trouble }) =>
    trouble === null
      ? []
      : [well("phone", `phone ${id} of person ${person} reported "${trouble}": look at the person's record`)],
  );
}
