/** Operations for tests: ids, people and devices that can be told apart, and bodies of every kind. */
import { contentHash } from "@openlymph/base";
import type { Body, Kind } from "../operation/kinds.ts";
import { emptyHead, type Head, headOf, nextOperation, type Operation } from "../operation/operation.ts";

/** A UUID made of a number; `family` keeps those of people, devices and operations apart. */
export function uuid(n: number, family = 0): string {
  const tail = n.toString(16).padStart(12, "0");
  return `0194${family.toString(16).padStart(4, "0")}-0000-7000-8000-${tail}`;
}

export const person = uuid(1, 1);
export const device = uuid(1, 2);
export const session = uuid(1, 3);

const plan = contentHash("plan");

export const author = { account: uuid(1, 4), name: "A. Therapist", role: "therapist" } as const;

/** One body of every kind. */
export const bodyOf: { readonly [K in Kind]: Body<K> } = {
  "plan/kept": { plan, title: "Arm", text: "format: openlymph/plan@1", source: "file" },
  "check/answered": { answers: { d1: "no" }, action: "INFO", reasons: [], rulesVersion: 1, locks: false },
  "check/cleared": { check: uuid(3), who: "my doctor" },
  "session/begun": { session, plan, check: uuid(2), strokes: 20 },
  "session/stroke": {
    session,
    stroke: 1,
    step: 1,
    position: 1,
    repetition: 1,
    began: 0,
    planned: 3,
    lasted: 3,
  },
  "session/paused": { session, stroke: 2, at: 4, why: "person" },
  "session/resumed": { session, stroke: 2, at: 4 },
  "session/skipped": { session, from: 2, to: 6, step: 1, why: "pain" },
  "session/back": { session, from: 6, to: 1 },
  "session/ended": { session, how: "finished", at: 60, strokes: 20 },
  "session/rated": { session, heaviness: 4, pain: 0, tightness: 2 },
  "measurement/taken": { limb: "arm", protocol: "arm_8cm", left: [0.17, 0.2], right: [0.17] },
  "setting/changed": { key: "voice", value: true },
  "person/described": { by: author, name: "M. Example", limbs: ["arm-left"], synthetic: true },
  "history/kept": { by: author, text: "format: openlymph/history@1" },
  "screening/kept": { by: author, text: "format: openlymph/screening@1", action: "INFO", reasons: [], rulesVersion: 1 },
  "plan/drafted": { by: author, plan, title: "Arm", text: "format: openlymph/plan@1" },
  "plan/released": { by: author, plan, title: "Arm", text: "format: openlymph/plan@1" },
  "plan/withdrawn": { by: author, plan, why: "an infection" },
  "note/written": { by: author, text: "The skin is soft." },
  "letter/written": { by: author, to: "Dr. Example", text: "Dear colleague" },
  "alert/handled": { by: author, item: "check:1", outcome: "called" },
  "clinic/described": { by: author, name: "Clinic", contact: "01 234 56" },
  "record/corrected": { operation: uuid(1), body: { key: "voice", value: false } },
};

/** Writes operations one after the other, as a device does. */
export function writer({ of = person, on = device }: { of?: string; on?: string } = {}) {
  let head: Head = emptyHead;
  let written = 0;
  return {
    get head() {
      return head;
    },
    write<K extends Kind>(kind: K, body: Body<K> = bodyOf[kind]): Operation<K> {
      written += 1;
      const id = uuid(Number.parseInt(on.slice(-4), 16) * 1_000_000 + written);
      const at = "2026-11-26T21:00:00+01:00";
      const operation = nextOperation({ id, person: of, device: on, at, kind, body }, head);
      head = headOf(operation);
      return operation;
    },
  };
}
