/** A clinic with people and phones, made without a browser: for tests and benches of the store. */
import { v4 as uuidv4 } from "uuid";
import type { Clinic } from "../clinic.ts";
import { appendOperation } from "../people/operations.ts";
import { findPerson, newPerson } from "../people/person.ts";
import { joinDevice, makeJoinToken } from "../sync/join.ts";

/** What a phone keeps of its joining. */
export interface Joining {
  readonly device: string;
  /** Whose record the phone keeps, as its operations say. */
  readonly person: string;
  readonly token: string;
  /** The person as the clinic knows them. */
  readonly known: string;
}

export interface World {
  readonly clinic: string;
  readonly account: string;
  readonly joinings: readonly Joining[];
}

/** One clinic, its owner, and people with a phone each. */
export async function makeWorld({ store, now }: Clinic, people: number): Promise<World> {
  const [clinic, account] = [uuidv4(), uuidv4()];
  const by = { account, name: "Olga Owner", role: "owner" as const };
  return store.within({ for: "server" }, async (trx) => {
    const created = now();
    await trx.insertInto("clinic").values({ id: clinic, name: "Clinic", contact: "01 234 56", created }).execute();
    const email = `${account}@example.org`;
    await trx.insertInto("account").values({ id: account, email, name: by.name, password: "", created }).execute();
    await trx.insertInto("member").values({ clinic, account, role: "owner", created }).execute();
    const joinings: Joining[] = [];
    for (let n = 0; n < people; n++) {
      const known = await newPerson(trx, store.key, clinic, account, created);
      const person = await findPerson(trx, clinic, known);
      const body = { by, name: `Person ${n}`, limbs: ["arm-left" as const], synthetic: true };
      await appendOperation(trx, store.key, person, { kind: "person/described", body, now: created });
      const link = await makeJoinToken(trx, person, by, created);
      const [device, own] = [uuidv4(), uuidv4()];
      const { token } = await joinDevice(
        trx,
        store.key,
        { token: link, device, person: own, name: "A phone" },
        created,
      );
      joinings.push({ device, person: own, token, known });
    }
    return { clinic, account, joinings };
  });
}
