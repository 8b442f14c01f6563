import { CalendarCheck, Settings2, UserRound, UsersRound } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { classes } from "../ui/classes.ts";
import { Account } from "./clinic/Account.tsx";
import { ClinicRoom } from "./clinic/ClinicRoom.tsx";
import { type Place, usePlace } from "./go-to.ts";
import { IdleNotice } from "./idle/IdleNotice.tsx";
import { NewPerson } from "./people/NewPerson.tsx";
import { People } from "./people/People.tsx";
import { PersonRoom } from "./person/PersonRoom.tsx";
import styles from "./Rooms.module.css";
import { ThemeButton } from "./ThemeButton.tsx";
import { Today } from "./today/Today.tsx";
import { type Clinic, ClinicProvider } from "./use-clinic.ts";
import { words } from "./words/words.ts";

const ways = [
  { hash: "#today", rooms: ["today"], text: words.nav.today, Sign: CalendarCheck },
  { hash: "#people", rooms: ["people", "new-person", "person"], text: words.nav.people, Sign: UsersRound },
  { hash: "#clinic", rooms: ["clinic"], text: words.nav.clinic, Sign: Settings2 },
  { hash: "#account", rooms: ["account"], text: words.nav.account, Sign: UserRound },
] as const;

function roomOf(place: Place): ReactNode {
  switch (place.room) {
    case "people":
      return <People />;
    case "new-person":
      return <NewPerson />;
    case "person":
      return <PersonRoom key={place.person} person={place.person} tab={place.tab} />;
    case "clinic":
      return <ClinicRoom />;
    case "account":
      return <Account />;
    default:
      return <Today />;
  }
}

function Ways({ place, className }: { readonly place: Place; readonly className: string | undefined }) {
  return (
    <nav aria-label={words.nav.label} className={className}>
      {ways.map(({ hash, rooms, text, Sign }) => (
        <a
          key={hash}
          href={hash}
          className={styles["way"]}
          {...(rooms.some((room) => room === place.room) ? { "aria-current": "page" as const } : {})}
        >
          <Sign aria-hidden="true" size={20} />
          {text}
        </a>
      ))}
    </nav>
  );
}

/** A sentence at the foot of the page that goes away by itself. */
function useSaid(): readonly [string, (text: string) => void] {
  const [said, setSaid] = useState({ text: "", n: 0 });
  useEffect(() => {
    if (said.text === "") return;
    const timer = setTimeout(() => setSaid(({ n }) => ({ text: "", n })), 7000);
    return () => clearTimeout(timer);
  }, [said]);
  return [said.text, useCallback((text: string) => setSaid(({ n }) => ({ text, n: n + 1 })), [])];
}

/** The rooms behind the door: who needs something, the people, the clinic, oneself. */
export function Rooms({ me, refresh, signOut }: Omit<Clinic, "say">) {
  const place = usePlace();
  const [said, say] = useSaid();
  const clinic = useMemo(() => ({ me, refresh, signOut, say }), [me, refresh, signOut, say]);
  const name = place.room === "person" ? `${place.person} ${place.tab}` : place.room;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another room begins at its top
  useEffect(() => {
    window.scrollTo(0, 0);
    document.title = `${words.name} · ${words.room} · ${me.clinic.name}`;
  }, [name.split(" ")[0]]);
  return (
    <ClinicProvider value={clinic}>
      <button type="button" className="skip" onClick={() => document.getElementById("main")?.focus()}>
        {words.skip}
      </button>
      <div className={styles["rooms"]}>
        <header className={styles["header"]}>
          <p className={styles["name"]}>
            <img src="/icon.svg" alt="" width="26" height="26" />
            <span className={styles["house"]}>{words.name}</span>
            <span className={styles["clinic"]}>{me.clinic.name}</span>
          </p>
          <Ways place={place} className={styles["ways"]} />
          <nav aria-label={words.name} className={styles["others"]}>
            <a href="/">{words.rooms.studio}</a>
            <a href="/home/">{words.rooms.home}</a>
          </nav>
          <ThemeButton />
        </header>
        {me.demo ? (
          <aside aria-label={words.madeUp} className={styles["demo"]}>
            {words.demo}
          </aside>
        ) : null}
        <main id="main" tabIndex={-1} className={styles["main"]}>
          {roomOf(place)}
        </main>
        <footer className={styles["footer"]}>
          <p>{words.gate.foot}</p>
        </footer>
        <Ways place={place} className={classes(styles["ways"], styles["below"])} />
      </div>
      <p role="status" className={said === "" ? "unseen" : styles["said"]}>
        {said}
      </p>
      <IdleNotice />
    </ClinicProvider>
  );
}
