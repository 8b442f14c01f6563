import { meSchema } from "@openlymph/record/clinic";
import { useCallback, useEffect, useRef, useState } from "react";
import { ask } from "../api.ts";
import { Act } from "../ui/Act.tsx";
import { useClinic } from "../use-clinic.ts";
import { words } from "../words/words.ts";
import styles from "./IdleNotice.module.css";
import { leftSaid, warnBefore } from "./left-said.ts";

/** Whoever works on the page tells the server so, but not more often than this, ms. */
const renewEvery = 60_000;

/**
 * Counts down to the moment at which the server signs an unused page out. Anything that is done renews it: the server hears
 * of it by being asked who is signed in.
 */
export function IdleNotice() {
  const { me, refresh } = useClinic();
  const [idleUntil, setIdleUntil] = useState(me.idleUntil);
  const [now, setNow] = useState(Date.now());
  const renewed = useRef(Date.now());
  useEffect(() => setIdleUntil(me.idleUntil), [me.idleUntil]);

  const renew = useCallback(() => {
    renewed.current = Date.now();
    ask("me", meSchema).then(
      (next) => {
        if (next.state === "signed-in") setIdleUntil(next.idleUntil);
        else void refresh();
      },
      () => undefined,
    );
  }, [refresh]);

  useEffect(() => {
    const act = (): void => {
      if (Date.now() - renewed.current > renewEvery) renew();
    };
    const events = ["pointerdown", "keydown"] as const;
    for (const event of events) addEventListener(event, act, { passive: true });
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => {
      for (const event of events) removeEventListener(event, act);
      clearInterval(timer);
    };
  }, [renew]);

  const end = Math.min(idleUntil, me.until);
  const over = now >= end;
  useEffect(() => {
    if (over) void refresh();
  }, [over, refresh]);
  const left = end - now;
  if (left > warnBefore || over) return null;
  return (
    <section className={styles["idle"]} role="alert">
      <h2>{words.idle.title}</h2>
      {/* Read out once, not every second. */}
      <p aria-hidden="true">{words.idle.body(leftSaid(left))}</p>
      <p className="unseen">{words.idle.body(leftSaid(warnBefore))}</p>
      <Act kind="filled" onPress={renew}>
        {words.idle.stay}
      </Act>
    </section>
  );
}
