import * as Plot from "@observablehq/plot";
import { hour } from "@openlymph/base";
import type { Series, SessionEffect } from "@openlymph/measurement";
import { quantityTitle } from "../present/trend.ts";
import { changeShown } from "../words/effect-words.ts";
import { shownNumber } from "../words/measure-words.ts";
import type { CurvePlot } from "./curve-plot.ts";
import { palette } from "./palette.ts";

interface Point {
  readonly hours: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly leftOut: boolean;
}

/** Sideways, hours by share of the axis, so that days with and without a session do not hide each other. */
const aside = 0.008;

/** What was measured at each hour, with and without a session, and the fitted effect with its band. */
export function effectPlot(series: Series, effect: SessionEffect): CurvePlot {
  const { shown } = changeShown(effect.of);
  const number = (value: number) => Number(shownNumber(value, { ...shown, digits: 6 }));
  const furthest = Math.max(...effect.slots.map(({ moment }) => moment), hour) / hour;
  const points = effect.slots.map(({ moment, leftOut, change, interval: [low, high] }): Point => {
    const open = !Number.isFinite(high);
    const hours = moment / hour + (leftOut ? aside : -aside) * furthest;
    return {
      hours,
      leftOut,
      value: number(change),
      low: number(open ? change : low),
      high: number(open ? change : high),
    };
  });
  const course = (effect.fit?.course ?? []).map(({ moment, value, interval: [low, high] }) => ({
    hours: moment / hour,
    value: number(value),
    low: number(low),
    high: number(high),
  }));
  const without = points.some(({ leftOut }) => leftOut);
  const colour = ({ leftOut }: Point) => (leftOut ? palette.second : palette.ink);
  const of = effect.ownCourse ? "on days with a session beyond days without" : "since before the session";
  return {
    title: quantityTitle(series, effect.of).replace(/, ([^,]*)$/, ": change from before"),
    about:
      course.length === 0
        ? "Dots: mean change over days with its 95 % interval. No effect was found, so none is drawn."
        : `Dots: mean change over days with its 95 % interval. Line: fitted effect ${of}, with its 95 % band.`,
    description: points
      .map(
        ({ hours, leftOut, value }) =>
          `${hours.toFixed(1)} h ${leftOut ? "without" : "with"}: ${value.toFixed(shown.digits)}`,
      )
      .join("; "),
    height: 380,
    key: [
      { words: "with a session", colour: palette.ink, open: true },
      ...(without ? [{ words: "session left out", colour: palette.second, open: true }] : []),
      ...(course.length === 0
        ? []
        : [
            { words: "fitted effect", colour: palette.accent },
            { words: "95 % band", colour: palette.accent, band: 0.18 },
          ]),
    ],
    options: {
      x: { label: "hours after the session", labelArrow: "none", domain: [0, 1.04 * furthest], ticks: 8 },
      y: { label: shown.unit === "1" ? "points" : shown.unit, labelArrow: "none", grid: true, nice: true, ticks: 6 },
      marks: [
        Plot.ruleY([0], { stroke: palette.muted }),
        Plot.areaY(course, { x: "hours", y1: "low", y2: "high", fill: palette.accent, fillOpacity: 0.18 }),
        Plot.lineY(course, { x: "hours", y: "value", stroke: palette.accent, strokeWidth: 2.5 }),
        Plot.link(points, {
          x1: "hours",
          x2: "hours",
          y1: "low",
          y2: "high",
          stroke: colour,
          strokeOpacity: 0.5,
          strokeWidth: 2,
        }),
        Plot.dot(points, { x: "hours", y: "value", r: 4.5, fill: palette.paper, stroke: colour, strokeWidth: 2 }),
      ],
    },
  };
}
