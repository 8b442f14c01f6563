import { advance, placeAt, type Timeline, timeAt, timelineOf } from "./timeline.ts";

/** Where watching stands. A new object whenever something changed. */
export interface ClockState {
  /** 0…1 on the timeline. */
  readonly place: number;
  /** s after the session began. */
  readonly time: number;
  readonly playing: boolean;
  /** Factor on the normal speed. */
  readonly speed: number;
}

/** One clock drives body, hand, curves and numbers; they read it as often as each of them draws. */
export interface Clock {
  readonly timeline: Timeline;
  get(): ClockState;
  subscribe(listener: () => void): () => void;
  play(): void;
  pause(): void;
  seek(place: number): void;
  seekTime(time: number): void;
  setSpeed(speed: number): void;
  /** Stops for good. */
  dispose(): void;
}

const longestFrame = 0.1;

/** A clock on a timeline; `frames` calls back before each picture and gives a way to stop. */
export function createClock(timeline: Timeline, frames: (tick: (seconds: number) => void) => () => void): Clock {
  const listeners = new Set<() => void>();
  let state: ClockState = { place: 0, time: timeAt(timeline, 0), playing: false, speed: 1 };
  let stop: (() => void) | undefined;

  const set = (change: Partial<ClockState>): void => {
    const place = change.place ?? state.place;
    state = { ...state, ...change, time: change.time ?? timeAt(timeline, place) };
    for (const listener of listeners) listener();
  };
  const halt = (): void => {
    stop?.();
    stop = undefined;
  };
  const tick = (seconds: number): void => {
    const place = advance(timeline, state.place, Math.min(seconds, longestFrame) * state.speed);
    const playing = place < 1;
    if (!playing) halt();
    set({ place, playing });
  };

  return {
    timeline,
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    play() {
      if (stop !== undefined) return;
      stop = frames(tick);
      set({ playing: true, place: state.place >= 1 ? 0 : state.place });
    },
    pause() {
      halt();
      set({ playing: false });
    },
    seek: (place) => set({ place: Math.min(Math.max(place, 0), 1) }),
    seekTime: (time) => set({ place: placeAt(timeline, time), time }),
    setSpeed: (speed) => set({ speed }),
    dispose() {
      halt();
      listeners.clear();
    },
  };
}

/** Calls back before each picture of the browser with the seconds since the last one. */
export function browserFrames(tick: (seconds: number) => void): () => void {
  let last = performance.now();
  let handle = requestAnimationFrame(function frame(now) {
    handle = requestAnimationFrame(frame);
    tick(Math.max(0, now - last) / 1000);
    last = now;
  });
  return () => cancelAnimationFrame(handle);
}

/** The clock before anything was computed: it stands. */
export const noClock: Clock = createClock(timelineOf({ buildUpStart: 0, sessionEnd: 0, end: 0 }), () => () => {});
