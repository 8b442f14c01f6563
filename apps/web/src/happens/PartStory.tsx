import { day, hour, mL } from "@openlymph/base";
import { useCallback, useMemo } from "react";
import { Curve } from "../curves/Curve.tsx";
import { changeText, spanText, volumeText } from "../format/numbers.ts";
import type { ManyBodies } from "../run/many-bodies.ts";
import { Segmented } from "../ui/Segmented.tsx";
import { words } from "../words.ts";
import { BoundBar } from "./BoundBar.tsx";
import { type FollowName, followNames } from "./follow.ts";
import styles from "./HappensPanel.module.css";
import type { PartProps } from "./PartNow.tsx";
import { buildUpCourse, differenceCourse, runCourse, timeUnit } from "./part-course.ts";

const inWeeks = (time: number): number | undefined => (time > 0 ? 0 : time / (7 * day));

/** Smallest change worth drawing in mL; below it the curve is drawn in µL. */
const smallest = 0.05;

interface PartStoryProps extends PartProps {
  /** The same in many bodies, where they were asked. */
  readonly bodies: ManyBodies | undefined;
  readonly follow: FollowName;
  readonly onFollow: (follow: FollowName) => void;
}

/** What the session changes in a part of the body: a table of both runs, the bound, the difference over time, and how it came. */
export function PartStory({ part, rehearsal, run, clock, bodies, follow, onFollow }: PartStoryProps) {
  const { finding } = part;
  const { times } = rehearsal.findings;
  const end = times[0] ?? 0;
  const last = rehearsal.withSession.states.at(-1)?.time ?? 0;
  const axis = timeUnit(last);
  const inUnit = useCallback(
    (time: number): number | undefined => (time < 0 ? undefined : time / axis.size),
    [axis.size],
  );
  const { xs, ys, unit, largest, history, scale } = useMemo(() => {
    const course = differenceCourse(rehearsal, part);
    const largest = course.ys.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
    const most = Math.abs(largest) / mL;
    const scale = most < smallest ? mL / 1000 : mL;
    const build = buildUpCourse(rehearsal, part);
    const past = build ?? runCourse(rehearsal, part, run);
    return {
      largest,
      xs: course.xs,
      ys: course.ys.map((value) => value / scale),
      scale,
      unit: most < smallest ? "µL" : "mL",
      history: { xs: past.xs, ys: past.ys.map((value) => value / mL), weeks: build !== undefined },
    };
  }, [rehearsal, part, run]);
  const band = useMemo(() => {
    if (bodies === undefined) return undefined;
    const { times, parts } = bodies.change;
    const bands = parts.find((one) => one.part === part.id)?.bands;
    if (bands === undefined) return undefined;
    return {
      xs: times.map((time) => time / axis.size),
      low: bands.map(({ p5 }) => p5 / scale),
      high: bands.map(({ p95 }) => p95 / scale),
    };
  }, [bodies, part.id, axis.size, scale]);
  return (
    <div className={styles["story"]}>
      <h3>{words.happens.difference}</h3>
      <Segmented
        label={words.happens.follow.label}
        value={follow}
        onChange={onFollow}
        options={followNames.map((value) => ({ value, text: words.happens.follow[value] }))}
        className={styles["follow"]}
      />
      <table className={styles["compare"]}>
        <caption>{words.happens.differenceOf(part.within)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.happens.table.when}</th>
            <th scope="col">{words.happens.table.with}</th>
            <th scope="col">{words.happens.table.without}</th>
            <th scope="col">{words.happens.table.change}</th>
          </tr>
        </thead>
        <tbody>
          {times.map((time, n) => (
            <tr key={time}>
              <th scope="row">
                {n === 0
                  ? words.happens.moments.end
                  : words.happens.moments.later(spanText(Math.round((time - end) / hour) * hour))}
              </th>
              <td>{volumeText(finding.withSession[n] ?? 0, 1)}</td>
              <td>{volumeText(finding.without[n] ?? 0, 1)}</td>
              <td className={styles["change"]}>{changeText(finding.difference[n] ?? 0, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <BoundBar rehearsal={rehearsal} part={part} change={largest} />
      <Curve
        title={words.happens.curve}
        xLabel={words.happens.timeAfter[axis.name]}
        yLabel={words.happens.curveAxis(unit)}
        clock={clock}
        place={inUnit}
        xs={xs}
        ys={ys}
        band={band}
      />
      {band === undefined ? null : <p className={styles["quiet"]}>{words.happens.band}</p>}
      <Curve
        title={history.weeks ? words.happens.build : words.happens.course}
        xLabel={history.weeks ? words.happens.weeksBefore : words.happens.timeAfter[axis.name]}
        yLabel={words.happens.buildAxis}
        clock={clock}
        place={history.weeks ? inWeeks : inUnit}
        xs={history.xs}
        ys={history.ys}
      />
    </div>
  );
}
