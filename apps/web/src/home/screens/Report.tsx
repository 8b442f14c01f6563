import { interval95, measured, sides } from "@openlymph/measurement";
import { type CareRecord, strokesDone } from "@openlymph/record";
import { goTo } from "../go-to.ts";
import styles from "../Home.module.css";
import { homeSeries, shortProtocol } from "../measure/home-series.ts";
import { BigButton } from "../ui/BigButton.tsx";
import { useHome } from "../use-home.ts";
import { useLibrary } from "../use-library.ts";
import { localeOf, whenSaid } from "../when.ts";

const fourWeeks = 28 * 86_400_000;

const mL = (cubicMetres: number): number => Math.round(1e6 * cubicMetres);

/** Volumes of a limb by the short protocol, with their error, of the measurements since a moment. */
function Volumes({ record, since }: { readonly record: CareRecord; readonly since: (at: string) => boolean }) {
  const { words } = useHome();
  const rows = (["arm", "leg"] as const).flatMap((limb) => {
    const series = homeSeries(record, limb);
    if (!series.ok) return [];
    const taken = record.measurements
      .filter((each) => each.limb === limb && each.protocol === shortProtocol[limb])
      .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
    return series.value.measurements.flatMap((_, n) => {
      const at = taken[n]?.at;
      if (at === undefined || !since(at)) return [];
      const { volumes } = measured(series.value, n);
      const said = sides.flatMap((side) => {
        const volume = volumes[side];
        if (volume === undefined) return [];
        const [low, high] = interval95(volume);
        return [words.measure.volume(words.measure.sides[side], mL(volume.value), mL((high - low) / 2))];
      });
      return [
        { key: `${limb} ${at}`, text: `${whenSaid(at, words)}, ${words.measure.limbs[limb]}: ${said.join("; ")}` },
      ];
    });
  });
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{words.report.measured}</h2>
      <ul className={styles["list"]}>
        {rows.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
      <p className={styles["quiet"]}>{words.measure.formula}</p>
    </>
  );
}

/** What was recorded in the last four weeks, to be shown or printed for whoever treats the person. */
export function Report() {
  const { words, record } = useHome();
  const library = useLibrary();
  const recent = (at: string): boolean => Math.abs(Date.now() - Date.parse(at)) < fourWeeks;
  const sessions = record.sessions.filter(({ begunAt }) => recent(begunAt));
  const measurements = record.measurements.filter(({ at }) => recent(at));
  const stops = record.checks.filter(({ locks, at }) => locks && recent(at));
  const notes = sessions.flatMap(({ rated, begunAt }) =>
    rated?.note === undefined ? [] : [{ at: begunAt, note: rated.note }],
  );
  const day = (at: string): string =>
    new Date(at).toLocaleDateString(localeOf(words), { day: "numeric", month: "short" });
  const plans = [...new Set(sessions.map(({ plan }) => record.plans.get(plan)?.title ?? plan.slice(0, 8)))];
  return (
    <section className={styles["plan"]}>
      <h1>{words.report.title}</h1>
      <p className={styles["quiet"]}>{words.report.about}</p>
      {sessions.length + stops.length + measurements.length === 0 ? <p>{words.report.empty}</p> : null}
      {sessions.length === 0 ? null : (
        <>
          <p>
            {words.report.plan}: {plans.join("; ")}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
          <section className={styles["report"]} tabIndex={0} aria-label={words.report.title}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.report.day}</th>
                  <th scope="col">{words.report.done}</th>
                  <th scope="col">{words.report.ended}</th>
                  <th scope="col">{words.report.skipped}</th>
                  <th scope="col">{words.after.rows.heaviness}</th>
                  <th scope="col">{words.after.rows.tightness}</th>
                  <th scope="col">{words.after.rows.pain}</th>
                </tr>
              </thead>
              <tbody>
                {sessions.map(({ id, begunAt, done, strokes, ended, skips, rated }) => (
                  <tr key={id}>
                    <td>{day(begunAt)}</td>
                    <td>
                      {strokesDone({ done })}/{strokes}
                    </td>
                    <td>{ended === undefined ? "" : words.report.endings[ended.how]}</td>
                    <td>
                      {skips
                        .map(({ step, why }) => `${words.report.step(step)}: ${words.player.skipReasons[why]}`)
                        .join("; ")}
                    </td>
                    <td>{rated?.heaviness}</td>
                    <td>{rated?.tightness}</td>
                    <td>{rated?.pain}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
      {stops.length === 0 ? null : (
        <>
          <h2>{words.report.checks}</h2>
          <ul className={styles["list"]}>
            {stops.map(({ operation, at, reasons }) => {
              const cleared = record.clearances.find(({ check }) => check === operation);
              return (
                <li key={operation}>
                  {whenSaid(at, words)}: {reasons.map((rule) => library.rule(rule).label).join("; ")}
                  {cleared === undefined ? "" : `; ${words.report.cleared(cleared.who)}`}
                </li>
              );
            })}
          </ul>
        </>
      )}
      <Volumes record={record} since={recent} />
      {notes.length === 0 ? null : (
        <>
          <h2>{words.report.notes}</h2>
          <ul className={styles["list"]}>
            {notes.map(({ at, note }) => (
              <li key={at}>
                {day(at)}: {note}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles["more"]}>
        <BigButton onPress={() => print()}>{words.report.print}</BigButton>
        <BigButton kind="plain" onPress={() => goTo("me")}>
          {words.plan.back}
        </BigButton>
      </div>
    </section>
  );
}
