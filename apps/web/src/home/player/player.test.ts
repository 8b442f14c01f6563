import { readFileSync } from "node:fs";
import { unwrap } from "@openlymph/base";
import { type AnyOperation, emptyHead, foldRecord, headOf, nextOperation } from "@openlymph/record";
import { parsePlan, strokeList } from "@openlymph/therapy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { back, type Event, type Player, pause, play, progress, skip, standingAt, tick } from "./player.ts";

const file = "examples/plans/draft-arm.yaml";
const list = strokeList(unwrap(parsePlan(readFileSync(file, "utf8"), file)));
const id = (n: number) => `01940000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;

/** The record of a session whose events are written down one after the other. */
function recordOf(events: readonly Event[]) {
  const session = id(1);
  let head = emptyHead;
  const write = (happening: Event | { kind: "session/begun"; body: object }, n: number): AnyOperation => {
    const body = { session, ...happening.body } as never;
    const at = "2026-11-26T21:00:00Z";
    const operation = nextOperation(
      { id: id(n + 2), person: id(0), device: id(0), at, kind: happening.kind, body },
      head,
    );
    head = headOf(operation);
    return operation as AnyOperation;
  };
  const begun = { kind: "session/begun", body: { plan: "a".repeat(64), check: id(9), strokes: list.length } } as const;
  const operations = [begun, ...events].map(write);
  return foldRecord(operations.map((operation) => ({ operation }))).sessions[0]!;
}

/** Plays on in ticks of a step until a moment. */
function run(from: Player, start: number, end: number, step = 0.1): { player: Player; events: Event[] } {
  let player = from;
  const events: Event[] = [];
  for (let n = 1; start + n * step <= end + 1e-9; n++) {
    const played = tick(player, list, start + n * step);
    player = played.player;
    events.push(...played.events);
  }
  return { player, events };
}

const begun = (now = 0): Player => play(standingAt(list, 1, 0), list, now, true).player;
const total = list.reduce((sum, { lead, lasts }) => sum + lead + lasts, 0);

describe("a session", () => {
  it("plays every stroke at its moment, to its end, however unevenly the clock is read", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.005, max: 0.3, noNaN: true }), { minLength: 5, maxLength: 60 }),
        (gaps) => {
          let player = begun();
          const events: Event[] = [];
          let now = 0;
          for (let n = 0; player.status === "playing"; n++) {
            now += gaps[n % gaps.length]!;
            const played = tick(player, list, now);
            player = played.player;
            events.push(...played.events);
          }
          const strokes = events.flatMap((event) => (event.kind === "session/stroke" ? [event.body] : []));
          expect(strokes.map(({ stroke }) => stroke)).toEqual(list.map(({ stroke }) => stroke));
          let due = 0;
          for (const [n, { began, lasted, planned }] of strokes.entries()) {
            due += list[n]!.lead;
            expect(began - due).toBeGreaterThan(-1e-6);
            expect(began - due).toBeLessThanOrEqual(0.3 + 1e-6);
            due += planned;
            expect(Math.abs(began + lasted - due)).toBeLessThanOrEqual(0.3 + 1e-6);
          }
          expect(player.time).toBeCloseTo(total, 6);
          expect(player.status).toBe("over");
        },
      ),
      { seed: 3, numRuns: 20 },
    );
  });

  it("stands still where the phone slept, at the stroke that was last guided, and begins it again", () => {
    const { player } = run(begun(100), 100, 116.5);
    const slept = tick(player, list, 1716.5);
    expect(slept.player).toMatchObject({ status: "paused", stroke: player.stroke });
    expect(slept.events).toEqual([
      { kind: "session/paused", body: { stroke: player.stroke, at: expect.closeTo(16.5, 6), why: "asleep" } },
    ]);
    const on = play(slept.player, list, 2000);
    expect(on.player).toMatchObject({ status: "playing", stroke: player.stroke, part: "lead", lead: 3 });
  });

  it("does not write down a stroke through which nobody was guided", () => {
    const place = list.findIndex(({ lasts, lead }) => lasts <= 1.5 && lead === 0);
    const short = place < 0 ? list.map((each) => ({ ...each, lasts: 0.6 })) : list;
    let player = play(standingAt(short, 2, 0), short, 0, true).player;
    player = tick(player, short, 1.9).player;
    const jump = tick(player, short, 3.7);
    expect(jump.player.status).toBe("paused");
    expect(jump.events.every(({ kind }) => kind !== "session/stroke")).toBe(true);
  });

  it("leaves out the rest of a step, goes back to its beginning and then to the one before, and says so", () => {
    const second = list.findIndex(({ step }) => step === 2) + 1;
    const third = list.findIndex(({ step }) => step === 3) + 1;
    const { player } = run(standingOn(second + 1), 0, 1);
    const skipped = skip(player, list, 1, "pain");
    expect(skipped.player).toMatchObject({ status: "playing", stroke: third });
    expect(skipped.events).toEqual([
      { kind: "session/skipped", body: { from: second + 1, to: third, step: 2, why: "pain" } },
    ]);
    const once = back(player, list, 1);
    expect(once.player.stroke).toBe(second);
    expect(back(once.player, list, 1).player.stroke).toBe(1);
    expect(back(standingAt(list, 1, 0), list, 0).events).toEqual([]);
    const last = skip(standingAt(list, list.length, 0), list, 0, "time");
    expect(last.player).toMatchObject({ status: "over", stroke: list.length + 1 });
  });

  it("is where it was after any kill: what was written down leads to the very stroke, whatever was pressed", () => {
    const press = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          do: fc.constant("tick" as const),
          after: fc.double({ min: 0.01, max: 1.5, noNaN: true }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constantFrom("pause" as const, "play" as const, "skip" as const, "back" as const, "sleep" as const),
          after: fc.constant(0.2),
        }),
      },
    );
    fc.assert(
      fc.property(fc.array(press, { maxLength: 150 }), (presses) => {
        let player = begun();
        let now = 0;
        const events: Event[] = [];
        for (const each of presses) {
          now += each.do === "sleep" ? 4000 : each.after;
          const does = {
            tick: () => tick(player, list, now),
            sleep: () => tick(player, list, now),
            pause: () => pause(player, now),
            play: () => play(player, list, now),
            skip: () => skip(player, list, now, "other"),
            back: () => back(player, list, now),
          };
          const played = does[each.do]();
          player = played.player;
          events.push(...played.events);
          const record = recordOf(events);
          expect(record.next).toBe(player.stroke);
          expect(record.time).toBeLessThanOrEqual(now + 1e-6);
          if (player.status === "paused") {
            const again = standingAt(list, record.next, record.time);
            expect(again).toMatchObject({ stroke: player.stroke, status: player.status });
          }
        }
        const time = events.reduce(
          (sum, event) => (event.kind === "session/stroke" ? sum + event.body.lasted : sum),
          0,
        );
        expect(time).toBeLessThanOrEqual(now + 1e-6);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it("tells how far its part has come", () => {
    const { player } = run(begun(), 0, 3);
    expect(player.part).toBe("lead");
    expect(progress(player, list, 3)).toBeCloseTo(0.5, 6);
    expect(progress(pause(player, 3).player, list, 3)).toBe(0);
  });
});

function standingOn(stroke: number): Player {
  return play(standingAt(list, stroke, 0), list, 0, true).player;
}
