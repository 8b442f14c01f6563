/** What phones ask: to join a record, to hand in what happened, to be told what the clinic wrote. */
import { raise } from "@openlymph/base";
import { homeAddresses as at, joinSchema, pushSchema } from "@openlymph/record";
import { readOperations } from "../people/operations.ts";
import { joinDevice } from "../sync/join.ts";
import { givePull } from "../sync/pull.ts";
import { takePush } from "../sync/push.ts";
import { type Ask, type Route, route } from "./route.ts";

function phoneIn({ principal }: Pick<Ask, "principal">) {
  return principal.kind === "phone" ? principal : raise("access/signed-out");
}

const join = route({
  method: "POST",
  address: at.join,
  action: "home.join",
  body: joinSchema,
  guarded: true,
  handle: async (ask) => {
    const { trx, now, body, clinic } = ask;
    const { store } = clinic;
    // Whose link it is is known only from its token: the look-up works for the server, the rest for the clinic.
    await store.rescope(trx, { for: "server" });
    const joined = await joinDevice(trx, store.key, body, now);
    await ask.inTrailOf(joined.clinic.id, joined.device.id);
    const [described] = (await readOperations(trx, store.key, joined.person, { kinds: ["person/described"] })).slice(
      -1,
    );
    ask.setCookie("phone", joined.token);
    ask.about(joined.person.id);
    const { name, contact, emergency } = joined.clinic;
    const whom = described?.operation.kind === "person/described" ? described.operation.body.name : "";
    return { clinic: { name, contact, ...(emergency === null ? {} : { emergency }) }, name: whom };
  },
});

const push = route({
  method: "POST",
  address: at.push,
  action: "home.push",
  body: pushSchema,
  phone: true,
  handle: async (ask) => {
    const { trx, now, body, clinic } = ask;
    const { device, person } = phoneIn(ask);
    if (body.device !== device.id) raise("access/forbidden", { path: "device", hint: "These are of another phone." });
    const { reply, taken, refused } = await takePush(trx, clinic.store.key, { device, person, push: body }, now);
    if (taken + refused === 0) ask.silent();
    ask.note({ taken, refused });
    return reply;
  },
});

const pull = route({
  method: "GET",
  address: at.pull,
  action: "home.pull",
  phone: true,
  handle: async (ask) => {
    const after = Number(ask.query["after"] ?? 0);
    if (!Number.isSafeInteger(after) || after < 0)
      raise("field/invalid", { path: "after", expected: "a number from 0" });
    const { device, person } = phoneIn(ask);
    const reply = await givePull(ask.trx, ask.clinic.store.key, { device, person, after });
    if (reply.operations.length === 0) ask.silent();
    ask.note({ given: reply.operations.length });
    return reply;
  },
});

const leave = route({
  method: "POST",
  address: at.leave,
  action: "home.leave",
  phone: true,
  handle: async (ask) => {
    const { device } = phoneIn(ask);
    await ask.trx.updateTable("device").set({ revoked: ask.now }).where("id", "=", device.id).execute();
    ask.setCookie("phone", undefined);
  },
});

export const homeRoutes: readonly Route[] = [join, push, pull, leave];
