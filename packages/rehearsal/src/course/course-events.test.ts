import { day, hour, minute, mmHg } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { courseEvents } from "./course-events.ts";
import { type CourseSettings, usualCourse } from "./course-settings.ts";

const course: CourseSettings = {
  ...usualCourse,
  duration: 3 * day,
  after: 2 * day,
  limbs: ["arm_L"],
  garment: { pressure: 30 * mmHg, from: 8 * hour, duration: 12 * hour },
};
const spans = (settings: CourseSettings, kind: string, parts = ["garment", "exercise"] as const) =>
  courseEvents(settings, parts)
    .filter((event) => event.kind === kind)
    .map(({ start, end }) => [start / hour, end / hour]);

describe("courseEvents", () => {
  it("puts the garment on every day of the course and on none after it", () => {
    expect(spans(course, "sleeve")).toEqual([
      [8, 20],
      [32, 44],
      [56, 68],
    ]);
  });

  it("leaves a garment on that is worn day and night, so that nothing jumps at midnight", () => {
    const always = { ...course, garment: { pressure: 20 * mmHg, from: 0, duration: day } };
    expect(spans(always, "sleeve")).toEqual([[0, 72]]);
  });

  it("takes the garment off for exercise where that is asked for", () => {
    const exercise = { from: 10 * hour, duration: 30 * minute };
    const on = { ...course, duration: day, exercise: { ...exercise, garment: "on" } } as const;
    const off = { ...course, duration: day, exercise: { ...exercise, garment: "off" } } as const;
    expect(spans(on, "sleeve")).toEqual([[8, 20]]);
    expect(spans(off, "sleeve")).toEqual([
      [8, 10],
      [10.5, 20],
    ]);
    expect(spans(off, "exercise")).toEqual([[10, 10.5]]);
    const only = courseEvents(off, ["garment"]).map(({ start, end }) => [start / hour, end / hour]);
    expect(only).toEqual([[8, 20]]);
  });

  it("stands the body up on every day, with a course and without", () => {
    const upright = { ...course, upright: { from: 7 * hour, duration: 16 * hour } };
    const events = courseEvents(upright, []);
    expect(events.map(({ start }) => start / hour)).toEqual([7, 31, 55, 79, 103, 127]);
    expect(events.every(({ kind }) => kind === "posture")).toBe(true);
  });

  it("changes the garment's shares where other ones are tried, and nothing else", () => {
    const [event] = courseEvents(course, ["garment"], { garmentTissueShare: 0.2 });
    expect(event).toMatchObject({ kind: "sleeve", factors: { tissueShare: 0.2, filtrationShare: 0.06 } });
  });
});
