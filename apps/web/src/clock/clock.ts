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
  /** Place 0…1 from which nothing is played, only moved to by hand; 1: all is. */
  readonly until: number;
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

/** Whether the clock stands where it must not play. */
export function mayNotPlay({ until }: Pick<Clock, "until">, { place }: Pick<ClockState, "place">): boolean {
  return until < 1 && place >= until;
}

/** Calls back before each picture with the seconds since the last one, and gives a way to stop. */
export type Frames = (tick: (seconds: number) => void) => () => void;

/** A clock on a timeline; it plays as far as the place `until`, and no further. */
export function createClock(timeline: Timeline, frames: Frames, until = 1): Clock {
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
  const move = (place: number, time = timeAt(timeline, place)): void => {
    const playing = state.playing && !mayNotPlay({ until }, { place });
    if (!playing) halt();
    set({ place, time, playing });
  };
  const tick = (seconds: number): void => {
    const place = Math.min(advance(timeline, state.place, Math.min(seconds, longestFrame) * state.speed), until);
    const playing = place < until;
    if (!playing) halt();
    set({ place, playing });
  };

  return {
    timeline,
    until,
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    play() {
      if (stop !== undefined || mayNotPlay({ until }, state)) return;
      stop = frames(tick);
      set({ playing: true, place: state.place >= 1 ? 0 : state.place });
    },
    pause() {
      halt();
      set({ playing: false });
    },
    seek: (place) => move(Math.min(Math.max(place, 0), 1)),
    seekTime: (time) => move(placeAt(timeline, time), time),
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
