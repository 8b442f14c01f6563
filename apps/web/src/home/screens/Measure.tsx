import { unwrap } from "@openlymph/base";
import {
  compareMeasurements,
  dayWords,
  interval95,
  measured,
  protocolById,
  type Series,
  sides,
} from "@openlymph/measurement";
import { useState } from "react";
import { goTo } from "../go-to.ts";
import styles from "../Home.module.css";
import { homeSeries, type MeasuredLimb, shortProtocol } from "../measure/home-series.ts";
import { localTime } from "../store/local-time.ts";
import { BigButton } from "../ui/BigButton.tsx";
import { useHome } from "../use-home.ts";
import { whenSaid } from "../when.ts";

const mL = (cubicMetres: number): number => Math.round(1e6 * cubicMetres);
/** Marks that a limb usually has at 8 cm. */
const usualMarks: Readonly<Record<MeasuredLimb, number>> = { arm: 5, leg: 9 };
const mostMarks = 15;

/** What the last measurement says, and what has changed since the first. */
function Found({ series }: { readonly series: Series }) {
  const { words, record } = useHome();
  const last = series.measurements.length - 1;
  const { volumes, compared } = measured(series, last);
  const half = (estimate: Parameters<typeof interval95>[0]): number => {
    const [low, high] = interval95(estimate);
    return mL((high - low) / 2);
  };
  const days = series.measurements.map(({ at }) => (at === undefined ? "" : dayWords(at)));
  // Readings of one day are taken together: there is a change only from one day to another.
  const change = days[0] === days[last] ? undefined : compareMeasurements(series, 0, last);
  const first = record.measurements.find(({ limb }) => limb === series.limb)?.at;
  return (
    <div className={styles["found"]} role="status">
      {sides.flatMap((side) => {
        const volume = volumes[side];
        if (volume === undefined) return [];
        return [<p key={side}>{words.measure.volume(words.measure.sides[side], mL(volume.value), half(volume))}</p>];
      })}
      {compared === undefined ? null : (
        <p>
          <strong>{words.measure.difference(mL(compared.difference.value), half(compared.difference))}</strong>
        </p>
      )}
      {change === undefined || first === undefined ? null : (
        <>
          <h2>{words.measure.since(whenSaid(first, words))}</h2>
          {sides.flatMap((side) => {
            const found = change.volumes[side];
            if (found === undefined) return [];
            const moved = mL(found.change.value);
            const least = mL(found.detectable);
            const said = words.measure.change(words.measure.sides[side], Math.abs(moved), moved > 0, least);
            return [
              <p key={side}>
                {said} {words.measure.verdicts[found.verdict]}
              </p>,
            ];
          })}
        </>
      )}
      <p className={styles["quiet"]}>
        {words.measure.formula} {words.measure.draft}
      </p>
    </div>
  );
}

/** The short measuring protocol: every second mark, both sides, with what was read last time in sight. */
export function Measure() {
  const { words, record, ledger } = useHome();
  const [limb, setLimb] = useState<MeasuredLimb>(record.measurements.at(-1)?.limb ?? "arm");
  const before = record.measurements.findLast((each) => each.limb === limb);
  const [count, setCount] = useState(before?.left.length || before?.right.length || usualMarks[limb]);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState("");
  const series = homeSeries(record, limb);
  const { start, step_cm } = unwrap(protocolById(shortProtocol[limb]));
  const marks = Array.from({ length: count }, (_, n) => start.offset_cm + n * step_cm);
  /** m, up to the last mark that was filled in; not a number where one in between is empty or cannot be read. */
  const readings = (side: "left" | "right"): number[] => {
    const texts = marks.map((_, n) => (typed[`${side}${n}`] ?? "").trim().replace(",", "."));
    const filled = texts.slice(0, texts.findLastIndex((text) => text !== "") + 1);
    return filled.map((text) => (text === "" ? Number.NaN : Number(text) / 100));
  };
  const complaint = (left: readonly number[], right: readonly number[]): string | undefined => {
    if ([...left, ...right].some((value) => !(value > 0))) return words.measure.gap;
    if (Math.max(left.length, right.length) < 2) return words.measure.needed;
    if (left.length > 0 && right.length > 0 && left.length !== right.length) return words.measure.uneven;
    const taken = { limb, protocol: shortProtocol[limb], left: [...left], right: [...right] };
    const tried = homeSeries(
      { measurements: [{ ...taken, at: localTime(new Date()), operation: "", device: "" }] },
      limb,
    );
    if (tried.ok) return undefined;
    // What it names, `left[3]`, is a mark on the screen.
    const [, side, n] = /(left|right)\[(\d+)\]$/.exec(tried.path ?? "") ?? [];
    if (side !== "left" && side !== "right") return words.measure.wrong;
    const mark = Number(n);
    const value = (side === "left" ? left : right)[mark] ?? 0;
    return words.measure.odd(
      words.measure.sides[side],
      words.measure.mark(marks[mark] ?? 0),
      Number((100 * value).toFixed(1)),
    );
  };
  const save = (): void => {
    const [left, right] = [readings("left"), readings("right")];
    const found = complaint(left, right);
    setProblem(found ?? "");
    if (found !== undefined) return;
    void ledger
      .write("measurement/taken", { limb, protocol: shortProtocol[limb], left, right })
      .then(() => setTyped({}));
  };
  return (
    <section className={styles["plan"]}>
      <h1>{words.measure.title}</h1>
      <p>{words.measure.how}</p>
      <label className={styles["field"]}>
        {words.measure.limb}
        <select
          value={limb}
          onChange={(event) => {
            const next = event.target.value as MeasuredLimb;
            setLimb(next);
            setCount(usualMarks[next]);
            setTyped({});
          }}
        >
          {(["arm", "leg"] as const).map((each) => (
            <option key={each} value={each}>
              {words.measure.limbs[each]}
            </option>
          ))}
        </select>
      </label>
      <table className={styles["tape"]}>
        <caption>{words.measure.from(words.measure.landmarks[limb])}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.measure.left}</th>
            <th scope="col">{words.measure.right}</th>
          </tr>
        </thead>
        <tbody>
          {marks.map((cm, n) => (
            <tr key={cm}>
              <th scope="row">{words.measure.mark(cm)}</th>
              {sides.map((side) => (
                <td key={side}>
                  <input
                    inputMode="decimal"
                    aria-label={`${words.measure.mark(cm)}, ${words.measure[side]}`}
                    placeholder={before?.[side][n] === undefined ? "" : (100 * before[side][n]).toFixed(1)}
                    value={typed[`${side}${n}`] ?? ""}
                    onChange={(event) => setTyped({ ...typed, [`${side}${n}`]: event.target.value })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles["more"]}>
        {count < mostMarks ? <BigButton onPress={() => setCount(count + 1)}>{words.measure.more}</BigButton> : null}
        {count > 2 ? <BigButton onPress={() => setCount(count - 1)}>{words.measure.fewer}</BigButton> : null}
        <BigButton kind="filled" large onPress={save}>
          {words.measure.save}
        </BigButton>
      </div>
      {problem === "" ? null : <p role="alert">{problem}</p>}
      {series.ok && series.value.measurements.length > 0 ? <Found series={series.value} /> : null}
      <BigButton kind="plain" onPress={() => goTo("me")}>
        {words.plan.back}
      </BigButton>
    </section>
  );
}
