import { openSession, strokesDone, weekOf } from "@openlymph/record";
import { CircleCheck, CircleDashed, Play, TriangleAlert } from "lucide-react";
import { Suspense, useState } from "react";
import { goTo } from "../go-to.ts";
import styles from "../Home.module.css";
import type { HomePlan } from "../home-plan.ts";
import { dayOf, localTime } from "../store/local-time.ts";
import { BigButton } from "../ui/BigButton.tsx";
import { useHome } from "../use-home.ts";
import { whenSaid } from "../when.ts";
import { ChoosePlan, ClearedNote, ClinicLine, PlanFrom, Stopped, Withdrawn } from "./later.ts";

/** What is saved and where, in a line. */
function SavedLine() {
  const { state } = useHome();
  const { link, unsaved, trouble } = state;
  if (link === undefined || link.state === "left") return <SavedHere />;
  return (
    <>
      {unsaved > 0 && trouble !== undefined ? <SavedHere /> : null}
      <Suspense fallback={null}>
        <ClinicLine />
      </Suspense>
    </>
  );
}

/** As long as there is no clinic. */
function SavedHere() {
  const { state, words } = useHome();
  const waiting = state.own.filter(({ standing }) => standing.state !== "taken").length;
  if (state.unsaved > 0 && state.trouble !== undefined) {
    return (
      <p role="alert" className={styles["unsaved"]}>
        <TriangleAlert aria-hidden="true" size={20} /> {words.today.unsaved(state.unsaved)}. {words.today.retry}
      </p>
    );
  }
  return (
    <p className={styles["saved"]}>
      <CircleCheck aria-hidden="true" size={20} /> {words.today.saved}
      {waiting > 0 ? ` · ${words.today.waiting(waiting)}` : ""}
    </p>
  );
}

function Week() {
  const { record, words } = useHome();
  const days = weekOf(record, dayOf(localTime(new Date())));
  const said = { whole: words.today.whole, part: words.today.part, none: words.today.none };
  const count = days.filter(({ done }) => done !== "none").length;
  const named = (day: string, weekday: "short" | "long") =>
    new Date(`${day}T12:00:00`).toLocaleDateString(words.locale, { weekday });
  return (
    <section className={styles["week"]} aria-label={words.today.week}>
      <ol>
        {days.map(({ day, done }) => (
          <li key={day} data-done={done}>
            <span aria-hidden="true">{named(day, "short")}</span>
            {done === "none" ? <CircleDashed aria-hidden="true" /> : <CircleCheck aria-hidden="true" />}
            <span className="unseen">
              {named(day, "long")}: {said[done]}
            </span>
          </li>
        ))}
      </ol>
      <p className={styles["quiet"]}>{words.today.daysThisWeek(count)}</p>
    </section>
  );
}

function Interrupted({ plan }: { readonly plan: HomePlan }) {
  const { record, words, ledger } = useHome();
  const open = openSession(record);
  if (open?.plan !== plan.hash || open.done.length === 0) return null;
  const step = plan.list[Math.min(open.next, plan.list.length) - 1]?.step ?? 1;
  const end = (): void => {
    void ledger.write("session/ended", { session: open.id, how: "stopped", at: open.time, strokes: strokesDone(open) });
  };
  return (
    <div className={styles["interrupted"]}>
      <p>{words.today.interrupted(step, plan.steps.length)}</p>
      <BigButton kind="plain" onPress={end}>
        {words.today.endIt}
      </BigButton>
    </div>
  );
}

/** The plan is being read: its name is known, and where its start will be. */
function Reading({ title }: { readonly title: string }) {
  const { words } = useHome();
  return (
    <section className={styles["today"]} aria-busy="true">
      <h1>{title}</h1>
      <p className={styles["about"]} role="status">
        {words.wait}
      </p>
      <div className={styles["starting"]} />
    </section>
  );
}

/** Another plan, offered once somebody asks for it: its titles have to be fetched. */
function Another() {
  const { words } = useHome();
  const [open, setOpen] = useState(false);
  return (
    <details className={styles["fold"]} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.today.another}</summary>
      {open ? (
        <Suspense fallback={<p role="status">{words.wait}</p>}>
          <ChoosePlan inside />
        </Suspense>
      ) : null}
    </details>
  );
}

/** One big Start, how long, when last done, where it is saved, the week. */
export function Today() {
  const { plan, record, state, words, settings, standing } = useHome();
  const now = standing();
  if (now.kind === "locked") return <Stopped check={now.check} />;
  const joined = state.link !== undefined && state.link.state !== "left";
  const note = joined ? (
    <Suspense fallback={null}>
      <Withdrawn />
      <ClearedNote />
    </Suspense>
  ) : null;
  if (record.plan === undefined) {
    return (
      <>
        {joined ? (
          <div className={styles["told"]}>
            {note}
            <SavedLine />
          </div>
        ) : null}
        <ChoosePlan />
      </>
    );
  }
  if (plan === undefined) return <Reading title={record.plan.title} />;
  if (!plan.ok) return <ChoosePlan problem={plan} />;
  const { value } = plan;
  const released = record.plan.by !== undefined;
  // Whoever released it at the clinic answers for it.
  const isDraft = value.plan.reviewStatus === "draft" && !released;
  const last = record.sessions.findLast(({ ended }) => ended !== undefined);
  const open = openSession(record);
  const going = open?.plan === value.hash && open.done.length > 0;
  return (
    <section className={styles["today"]}>
      <h1>{value.plan.title}</h1>
      <p className={styles["about"]}>
        {words.today.minutes(Math.max(1, Math.round(value.duration / 60)))} · {words.today.steps(value.steps.length)}
        {isDraft ? (
          <span className={styles["draft"]} title={words.today.draftWhy}>
            {words.today.draft}
          </span>
        ) : null}
      </p>
      {isDraft ? <p className={styles["quiet"]}>{words.today.draftWhy}</p> : null}
      {released ? (
        <Suspense fallback={<p className={styles["quiet"]}>{words.wait}</p>}>
          <PlanFrom />
        </Suspense>
      ) : null}
      {note}
      <Interrupted plan={value} />
      <button type="button" className={styles["start"]} onClick={() => goTo(now.kind === "free" ? "session" : "check")}>
        <Play aria-hidden="true" size={40} />
        {going ? words.today.goOn : words.today.start}
      </button>
      <p className={styles["quiet"]}>
        {last === undefined ? words.today.never : words.today.lastDone(whenSaid(last.begunAt, words))}
      </p>
      <SavedLine />
      {isSecureContext ? null : <p className={styles["quiet"]}>{words.blocked.insecure}</p>}
      {settings.week ? <Week /> : null}
      <div className={styles["more"]}>
        <BigButton onPress={() => goTo("plan")}>{words.today.plan}</BigButton>
        <BigButton onPress={() => goTo("practice")}>{words.today.practice}</BigButton>
      </div>
      {released ? null : <Another />}
    </section>
  );
}
