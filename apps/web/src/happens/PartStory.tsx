import { day, hour, mL } from "@openlymph/base";
import { useMemo } from "react";
import { Curve } from "../curves/Curve.tsx";
import { changeText, spanText, volumeText } from "../format/numbers.ts";
import { words } from "../words.ts";
import { BoundBar } from "./BoundBar.tsx";
import styles from "./HappensPanel.module.css";
import type { PartProps } from "./PartNow.tsx";
import { buildUpCourse, differenceCourse, runCourse } from "./part-course.ts";

const inHours = (time: number): number | undefined => (time < 0 ? undefined : time / hour);
const inWeeks = (time: number): number | undefined => (time > 0 ? 0 : time / (7 * day));

/** Smallest change worth drawing in mL; below it the curve is drawn in µL. */
const smallest = 0.05;

/** What the session changes in a part of the body: a table of both runs, the bound, the difference over time, and how it came. */
export function PartStory({ part, rehearsal, run, clock }: PartProps) {
  const { finding } = part;
  const { times } = rehearsal.findings;
  const end = times[0] ?? 0;
  const { xs, ys, unit, largest, history } = useMemo(() => {
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
      unit: most < smallest ? "µL" : "mL",
      history: { xs: past.xs, ys: past.ys.map((value) => value / mL), weeks: build !== undefined },
    };
  }, [rehearsal, part, run]);
  return (
    <div className={styles["story"]}>
      <h3>{words.happens.difference}</h3>
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
        xLabel={words.happens.hoursAfter}
        yLabel={words.happens.curveAxis(unit)}
        clock={clock}
        place={inHours}
        xs={xs}
        ys={ys}
      />
      <Curve
        title={history.weeks ? words.happens.build : words.happens.course}
        xLabel={history.weeks ? words.happens.weeksBefore : words.happens.hoursAfter}
        yLabel={words.happens.buildAxis}
        clock={clock}
        place={history.weeks ? inWeeks : inHours}
        xs={history.xs}
        ys={history.ys}
      />
    </div>
  );
}
