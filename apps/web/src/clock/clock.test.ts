import { hour } from "@openlymph/base";
import { expect, test } from "vitest";
import { createClock } from "./clock.ts";
import { placeAt, timelineOf } from "./timeline.ts";

function handClock() {
  let tick: ((seconds: number) => void) | undefined;
  const clock = createClock(timelineOf({ buildUpStart: 0, sessionEnd: 200, end: hour }), (each) => {
    tick = each;
    return () => {
      tick = undefined;
    };
  });
  return { clock, pass: (seconds: number) => tick?.(seconds), runs: () => tick !== undefined };
}

test("playing moves the time at ten seconds of session a second, and speed multiplies it", () => {
  const { clock, pass } = handClock();
  clock.play();
  for (let i = 0; i < 10; i++) pass(0.1);
  expect(clock.get().time).toBeCloseTo(10, 9);
  clock.setSpeed(0.1);
  for (let i = 0; i < 10; i++) pass(0.1);
  expect(clock.get().time).toBeCloseTo(11, 9);
});

test("a pause stops, and a long gap between two pictures does not jump", () => {
  const { clock, pass, runs } = handClock();
  clock.play();
  pass(60);
  expect(clock.get().time).toBeCloseTo(1, 9);
  clock.pause();
  expect(runs()).toBe(false);
  expect(clock.get().playing).toBe(false);
});

test("it ends by itself, and playing again begins at the front", () => {
  const { clock, pass, runs } = handClock();
  clock.seek(0.9999);
  clock.play();
  for (let i = 0; i < 100 && runs(); i++) pass(0.1);
  expect(clock.get()).toMatchObject({ place: 1, playing: false, time: hour });
  clock.play();
  expect(clock.get().place).toBe(0);
});

test("seeking tells every listener and keeps the exact time asked for", () => {
  const { clock } = handClock();
  let told = 0;
  const leave = clock.subscribe(() => told++);
  clock.seekTime(123);
  expect(clock.get().time).toBe(123);
  expect(clock.get().place).toBeCloseTo(placeAt(clock.timeline, 123), 12);
  leave();
  clock.seek(0);
  expect(told).toBe(1);
});

test("what must not be played is not played, only moved to by hand", () => {
  let tick: ((seconds: number) => void) | undefined;
  const timeline = timelineOf({ buildUpStart: -24 * hour, sessionEnd: 200, end: hour });
  const frames = (each: (seconds: number) => void) => {
    tick = each;
    return () => {
      tick = undefined;
    };
  };
  const clock = createClock(timeline, frames, placeAt(timeline, 0));
  clock.play();
  for (let i = 0; i < 1000 && tick !== undefined; i++) tick(0.1);
  expect(clock.get()).toMatchObject({ time: 0, playing: false });
  clock.play();
  expect(clock.get().playing).toBe(false);
  clock.seekTime(100);
  expect(clock.get().time).toBe(100);
  clock.play();
  expect(clock.get()).toMatchObject({ time: 100, playing: false });
  clock.seek(0);
  clock.play();
  expect(clock.get().playing).toBe(true);
  clock.seekTime(100);
  expect(clock.get().playing).toBe(false);
});
