import { hour, minute } from "@openlymph/base";
import type { ExaminationBeside, TracerLight } from "@openlymph/rehearsal";
import { teachingModelLabel } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { useEffect, useState } from "react";
import { browserFrames } from "../clock/clock.ts";
import { percentText, spanText } from "../format/numbers.ts";
import type { ToldExamination, TracerChoice } from "../run/examine.ts";
import { readTracers } from "../run/model.ts";
import { useReducedMotion } from "../theme/use-media.ts";
import { Choice } from "../ui/Choice.tsx";
import { Drawer } from "../ui/Drawer.tsx";
import { PlayRow } from "../ui/PlayRow.tsx";
import { Problem } from "../ui/Problem.tsx";
import { Segmented } from "../ui/Segmented.tsx";
import { words } from "../words.ts";
import styles from "./Examination.module.css";
import { type InjectionPlace, type InjectionSide, injected, injectionPlaces } from "./places.ts";
import { useExamination } from "./use-examination.ts";

const told = words.examine;
const places = Object.keys(injectionPlaces) as readonly InjectionPlace[];

/** Seconds of the examination per second of watching. */
const pace = 10 * minute;

function useTracers(): readonly TracerChoice[] {
  const [tracers, setTracers] = useState<readonly TracerChoice[]>([]);
  useEffect(() => {
    let alive = true;
    readTracers().then(
      (found) => {
        if (alive) setTracers(found);
      },
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, []);
  return tracers;
}

/** A share of the dose; what is less than can be told apart is said so. */
const shareText = (share: number): string => (share > 0 && share < 5e-4 ? told.little : percentText(share, 1));

function publishedText({ published: { value, unit, ...rest } }: ExaminationBeside): string {
  if (rest.kind === "mean ± sd") return `${value} ± ${rest.spread} ${unit}`;
  return rest.kind === "value" ? `${value} ${unit}` : `${told.bounds[rest.kind]} ${value} ${unit}`;
}

function hereText({ measure, here }: ExaminationBeside): string {
  if (measure.kind === "reached") return here === undefined ? told.notSeen : told.seenAfter(spanText(here * minute));
  if (here === undefined) return told.notSeen;
  if (measure.kind === "arrival") return spanText(here * minute);
  return measure.kind === "clearance" ? `${here.toPrecision(2)} %/min` : `${here.toFixed(1)} %`;
}

/** What was measured in people, and what this body shows. */
function Beside({ beside }: { readonly beside: readonly ExaminationBeside[] }) {
  if (beside.length === 0) return <p className={styles["why"]}>{told.nothingBeside}</p>;
  return (
    <table className={styles["table"]} data-testid="beside-published">
      <caption>{told.beside}</caption>
      <thead>
        <tr>
          <th scope="col">{told.what}</th>
          <th scope="col">{told.people}</th>
          <th scope="col">{told.here}</th>
        </tr>
      </thead>
      <tbody>
        {beside.map((each) => (
          <tr key={each.id}>
            <th scope="row">
              {each.quantity}
              <span className={styles["source"]}>
                {each.people}. {each.source} ({each.basis}){each.standing === "input" ? `. ${told.input}` : ""}
              </span>
            </th>
            <td>{publishedText(each)}</td>
            <td>{hereText(each)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Seen({ examination, at }: { readonly examination: ToldExamination; readonly at: number }) {
  const { nodes, times, depot, detours, elsewhere } = examination;
  const now = times[at] ?? 0;
  const seen = nodes.filter(({ arrival }) => arrival !== undefined);
  return (
    <div>
      <table className={styles["table"]} data-testid="seen">
        <caption>{told.seen(percentText(depot[at] ?? 1, 1))}</caption>
        <thead>
          <tr>
            <th scope="col">{told.node}</th>
            <th scope="col">{told.first}</th>
            <th scope="col">{told.holds}</th>
          </tr>
        </thead>
        <tbody>
          {seen.map(({ id, name, arrival = 0, holds }) => (
            <tr key={id} data-seen={arrival <= now}>
              <th scope="row">{name}</th>
              <td>{spanText(arrival)}</td>
              <td>{shareText(holds[at] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles["why"]}>{detours.length === 0 ? told.noDetour : told.detours(detours.join(", "))}</p>
      <p className={styles["why"]}>{elsewhere.length === 0 ? told.noBackflow : told.backflow(elsewhere.join(", "))}</p>
    </div>
  );
}

export interface ExaminationProps {
  readonly history: History | undefined;
  /** What the tracer lights up at the moment shown. */
  readonly onLight: (light: TracerLight | undefined) => void;
  readonly onClose: () => void;
}

/** A tracer under the skin of this body, followed for three hours, beside what was measured in people. */
export function Examination({ history, onLight, onClose }: ExaminationProps) {
  const still = useReducedMotion();
  const tracers = useTracers();
  const [place, setPlace] = useState<InjectionPlace>("hand");
  const [side, setSide] = useState<InjectionSide>("left");
  const [tracer, setTracer] = useState<string>(injectionPlaces.hand.tracer);
  const { told: examination, current, problem } = useExamination(history, { inject: injected(place, side), tracer });
  const [time, setTime] = useState(0);
  const [playing, setPlaying] = useState(!still);
  const end = examination?.times.at(-1) ?? 3 * hour;
  const running = playing && examination !== undefined;

  useEffect(() => {
    if (!running) return;
    return browserFrames((seconds) => setTime((before) => Math.min(end, before + pace * Math.min(0.1, seconds))));
  }, [running, end]);
  useEffect(() => {
    if (time >= end) setPlaying(false);
  }, [time, end]);
  const at = Math.max(0, examination?.times.findLastIndex((each) => each <= time) ?? 0);
  const light = examination?.lights[at];
  useEffect(() => onLight(light), [onLight, light]);
  useEffect(() => () => onLight(undefined), [onLight]);

  const moment = told.after(spanText(examination?.times[at] ?? 0));
  return (
    <Drawer
      title={told.title}
      about={told.about}
      closeLabel={told.close}
      testId="examination"
      current={current}
      low
      onClose={onClose}
    >
      <div className={styles["asked"]}>
        <Segmented
          label={told.place}
          value={place}
          options={places.map((value) => ({ value, text: told.places[value] }))}
          onChange={(next) => {
            setPlace(next);
            setTracer(injectionPlaces[next].tracer);
            setTime(0);
            setPlaying(!still);
          }}
        />
        <Segmented
          label={words.history.edit.side}
          value={side}
          options={(["left", "right"] as const).map((value) => ({ value, text: words.history.sides[value] }))}
          onChange={setSide}
        />
        <Choice
          label={told.tracer}
          placeholder={told.tracer}
          value={tracer}
          options={tracers.map(({ id, name }) => ({ id, text: name }))}
          onChange={setTracer}
        />
      </div>
      {problem === undefined ? null : <Problem message={problem} safe={told.kept} />}
      <PlayRow
        playing={playing}
        playLabel={told.play}
        pauseLabel={told.pause}
        onPlaying={(on) => {
          if (on && time >= end) setTime(0);
          setPlaying(on);
        }}
        label={told.moment}
        valueText={moment}
        value={time / minute}
        most={end / minute}
        step={1}
        onChange={(minutes) => setTime(minutes * minute)}
        told={moment}
      />
      {examination === undefined ? (
        <p role="status">{told.loading}</p>
      ) : (
        <div className={styles["found"]}>
          <Seen examination={examination} at={at} />
          <Beside beside={examination.beside} />
        </div>
      )}
      {examination?.warnings.map((warning) => (
        <p key={warning} className={styles["why"]}>
          {warning}
        </p>
      ))}
      <p className={styles["why"]}>
        {teachingModelLabel}. {told.honest}
      </p>
    </Drawer>
  );
}
