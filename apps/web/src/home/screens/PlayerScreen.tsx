import { type SessionRecord, type SkipReason, strokesDone } from "@openlymph/record";
import { ArrowLeft, ArrowRight, Pause, Play, Square } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { goTo } from "../go-to.ts";
import type { HomePlan } from "../home-plan.ts";
import { stepSaid } from "../home-plan.ts";
import { HandPicture, type MovingHand } from "../picture/HandPicture.tsx";
import { makeCues } from "../player/cues.ts";
import { setInPlay } from "../player/in-play.ts";
import { playedSteps } from "../player/played-step.ts";
import { type Player, standingAt } from "../player/player.ts";
import { useAwake } from "../player/use-awake.ts";
import { usePlayer } from "../player/use-player.ts";
import { stepTold } from "../step-told.ts";
import "../ui/keep-focus.ts";
import { BigButton } from "../ui/BigButton.tsx";
import { useHome } from "../use-home.ts";
import { useLibrary } from "../use-library.ts";
import { clockSaid } from "../when.ts";
import { SkipQuestion, StopQuestion } from "./PlayerQuestions.tsx";
import { PlayerReady } from "./PlayerReady.tsx";
import styles from "./PlayerScreen.module.css";

export interface PlayerScreenProps {
  readonly plan: HomePlan;
  readonly practice: boolean;
  /** The session that is played: a new id, or one that was begun before. */
  readonly session: { readonly id: string; readonly open: SessionRecord | undefined; readonly check: string };
}

type Asking = "nothing" | "skip" | "stop";

/** One screen, one action: where the hand lies, how it moves, how often still, what comes next. */
export function PlayerScreen({ plan, practice, session }: PlayerScreenProps) {
  const { words, settings, ledger, state, record } = useHome();
  const library = useLibrary();
  const { list } = plan;
  const steps = useMemo(() => playedSteps(plan), [plan]);
  const cues = useMemo(() => makeCues(words.locale), [words.locale]);
  const [asking, setAsking] = useState<Asking>("nothing");
  const [slept, setSlept] = useState(false);
  const begun = useRef(session.open !== undefined);
  /** Strokes guided to their end, each once. */
  const done = useRef(new Set(session.open?.done.map(({ stroke }) => stroke)));
  const [ready, setReady] = useState(false);
  const hand = useRef<MovingHand>(null);
  const bar = useRef<HTMLDivElement>(null);
  const elapsed = useRef<HTMLSpanElement>(null);
  const phaseWord = useRef<HTMLSpanElement>(null);
  const screen = useRef<HTMLElement>(null);

  const end = (how: "finished" | "stopped" | "unwell", at: Player, why?: string): void => {
    if (practice || !begun.current) return;
    const ended = { session: session.id, how, at: at.time, strokes: done.current.size };
    void ledger.write("session/ended", why === undefined ? ended : { ...ended, why });
  };

  const sayStep = (player: Player): void => {
    const due = list[player.stroke - 1];
    const step = due === undefined ? undefined : steps[due.step - 1];
    if (!settings.voice || step === undefined || due === undefined) return;
    const { stroke, place, toward } = stepSaid(library, step);
    const { say } = words;
    cues.say(
      due.position > 1
        ? say.nextPlace
        : `${say.step(due.step, stroke, place, toward)} ${stepTold(step)} ${say.times(step.step.repetitions)}`,
    );
  };

  const controls = usePlayer(
    list,
    () => standingAt(list, practice ? 1 : (session.open?.next ?? 1), practice ? 0 : (session.open?.time ?? 0)),
    {
      onEvent: ({ kind, body }) => {
        if (kind === "session/paused" && body.why === "asleep") setSlept(true);
        if (kind === "session/stroke") done.current.add(body.stroke);
        if (!practice) void ledger.write(kind, { session: session.id, ...body } as never);
      },
      onPart: (player, before) => {
        if (player.status === "over") {
          if (settings.voice) cues.say(words.say.over);
          end("finished", player);
          goTo(practice ? "today" : "after");
          return;
        }
        if (player.status !== "playing") return;
        if (player.part === "lead" && (before.stroke !== player.stroke || before.status !== "playing")) sayStep(player);
        if (player.part !== "stroke") return;
        if (settings.click) cues.click();
        if (settings.vibrate) cues.vibrate();
        if (settings.pulse) pulse();
        const due = list[player.stroke - 1];
        const isLast =
          due !== undefined && due.repetition > 1 && due.repetition === steps[due.step - 1]?.step.repetitions;
        if (settings.voice && isLast) cues.say(words.say.last);
      },
      onFrame: (player, progress) => {
        const due = list[player.stroke - 1];
        const step = due === undefined ? undefined : steps[due.step - 1];
        if (step === undefined || due === undefined) return;
        const stroking = player.status === "playing" && player.part === "stroke";
        hand.current?.move(stroking ? progress : 0, !stroking);
        if (bar.current !== null) bar.current.style.transform = `scaleX(${progress.toFixed(4)})`;
        const working = progress < step.moving.workingShare;
        const { work, rest, breathe, breatheOut } = words.player.phases;
        const names = step.breathing ? [breathe, breatheOut] : [work, rest];
        const settling = player.status === "playing" ? words.player.move : "";
        const word = stroking ? names[working ? 0 : 1] : settling;
        if (phaseWord.current !== null && phaseWord.current.textContent !== word)
          phaseWord.current.textContent = word ?? "";
        const time =
          player.time + (player.status === "playing" ? Math.max(0, performance.now() / 1000 - player.began) : 0);
        const text = words.player.elapsed(clockSaid(time), clockSaid(plan.duration));
        if (elapsed.current !== null && elapsed.current.textContent !== text) elapsed.current.textContent = text;
      },
    },
  );
  const { player } = controls;
  const awake = useAwake(ready && player.status === "playing");

  useEffect(() => {
    // Where a session can end is there before it begins, whatever becomes of the network.
    void import("./After.tsx").catch(() => undefined);
    void import("./Unwell.tsx").catch(() => undefined);
  }, []);

  const guided = player.status === "playing";
  useEffect(() => {
    setInPlay(guided);
    return () => setInPlay(false);
  }, [guided]);

  function pulse(): void {
    screen.current?.animate(
      [{ boxShadow: "inset 0 0 0 6px var(--accent)" }, { boxShadow: "inset 0 0 0 6px transparent" }],
      {
        duration: 350,
      },
    );
  }

  const begin = (): void => {
    cues.unlock();
    setReady(true);
    const first = !begun.current;
    if (first && !practice) {
      for (const left of record.sessions.filter(({ ended }) => ended === undefined)) {
        const strokes = strokesDone(left);
        void ledger.write("session/ended", { session: left.id, how: "abandoned", at: left.time, strokes });
      }
      const { id, check } = session;
      void ledger.write("session/begun", { session: id, plan: plan.hash, check, strokes: list.length });
    }
    begun.current = true;
    controls.play(first);
  };
  const resume = (): void => {
    cues.unlock();
    setSlept(false);
    setAsking("nothing");
    controls.play();
  };
  const skip = (why: SkipReason): void => {
    setAsking("nothing");
    controls.skip(why);
    // Red or sore skin may be the beginning of an infection: the session ends, and the questions are asked again.
    if (why === "skin") leave("unwell", words.player.skipReasons.skin);
    else if (why !== "pain") controls.play();
  };
  const ask = (what: Asking): void => {
    controls.pause();
    cues.quiet();
    setAsking(what);
  };
  const leave = (how: "stopped" | "unwell", why?: string): void => {
    controls.pause();
    cues.quiet();
    end(how, controls.now(), why);
    const after = practice || controls.now().time === 0 ? "today" : "after";
    goTo(how === "unwell" ? "unwell" : after);
  };

  const due = list[Math.min(player.stroke, list.length) - 1];
  const step = due === undefined ? undefined : steps[due.step - 1];
  if (due === undefined || step === undefined) return null;
  const said = stepSaid(library, step);
  const told = stepTold(step);
  const next = steps[due.step];
  const left = step.step.repetitions - due.repetition + 1;
  const title = [said.place, said.toward === "" ? "" : words.player.toward(said.toward)].filter(Boolean);

  if (!ready) return <PlayerReady plan={plan} practice={practice} onBegin={begin} />;
  return (
    <section
      ref={screen}
      className={styles["player"]}
      data-status={player.status}
      data-part={player.part}
      data-stroke={player.stroke}
      data-thumb={settings.thumb}
      data-asking={asking === "nothing" ? undefined : asking}
    >
      <header className={styles["head"]}>
        <p className={styles["count"]}>
          <span>{words.player.stepOf(due.step, steps.length)}</span>
          <span ref={elapsed} />
        </p>
        <h1 aria-live="polite">
          {title.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </h1>
        <p className={styles["stroke"]}>{said.stroke}</p>
        {told === "" ? null : (
          <details key={due.step} className={styles["told"]}>
            <summary>{told}</summary>
            <p>{told}</p>
          </details>
        )}
      </header>
      <div className={styles["picture"]}>
        <HandPicture step={step} position={due.position} label={`${said.stroke}. ${title.join(". ")}`} hand={hand} />
      </div>
      <div className={styles["rhythm"]}>
        <p className={styles["left"]} data-testid="left">
          <strong>{left}</strong>
          <span>{words.player.left(left).replace(/^\d+ /, "")}</span>
          {step.step.positions > 1 ? <span>{words.player.place(due.position, step.step.positions)}</span> : null}
        </p>
        <div className={styles["bar"]} aria-hidden="true">
          <div ref={bar} />
          <i style={{ insetInlineStart: `${100 * step.moving.workingShare}%` }} data-on={player.part === "stroke"} />
        </div>
        <p className={styles["phase"]}>
          <span ref={phaseWord} />
        </p>
      </div>
      {slept ? (
        <p role="status" className={styles["note"]}>
          {words.player.asleep}
        </p>
      ) : null}
      {awake ? null : <p className={styles["note"]}>{words.player.awake}</p>}
      {state.trouble === undefined ? null : (
        <p role="alert" className={styles["note"]}>
          {words.player.notSaved}
        </p>
      )}
      {asking === "nothing" ? (
        <div className={styles["controls"]}>
          <BigButton large onPress={controls.back} className={styles["back"]}>
            <ArrowLeft aria-hidden="true" />
            {words.player.back}
          </BigButton>
          {player.status === "playing" ? (
            <BigButton
              kind="filled"
              large
              main
              className={styles["pause"]}
              onPress={() => {
                controls.pause();
                cues.quiet();
              }}
            >
              <Pause aria-hidden="true" />
              {words.player.pause}
            </BigButton>
          ) : (
            <BigButton kind="filled" large main className={styles["pause"]} onPress={resume}>
              <Play aria-hidden="true" />
              {words.player.resume}
            </BigButton>
          )}
          <BigButton large onPress={() => ask("skip")} className={styles["skip"]}>
            {words.player.skip}
            <ArrowRight aria-hidden="true" />
          </BigButton>
          <BigButton large kind="plain" onPress={() => ask("stop")} className={styles["stop"]}>
            <Square aria-hidden="true" size={20} />
            {words.player.stop}
          </BigButton>
        </div>
      ) : null}
      {asking === "skip" ? <SkipQuestion onSkip={skip} onKeepOn={resume} /> : null}
      {asking === "stop" ? <StopQuestion onStop={leave} onKeepOn={resume} /> : null}
      <p className={styles["next"]}>
        {next === undefined ? words.player.lastStep : words.player.next(stepSaid(library, next).place)}
      </p>
    </section>
  );
}
