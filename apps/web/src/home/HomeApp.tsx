import { House, UserRound } from "lucide-react";
import { type ReactNode, use, useEffect, useState, useSyncExternalStore } from "react";
import { OfflineNote } from "../offline/OfflineNote.tsx";
import { type ScreenName, screenNow, takeJoinToken } from "./go-to.ts";
import styles from "./Home.module.css";
import { Blocked } from "./screens/Blocked.tsx";
import { LostNote } from "./screens/LostNote.tsx";
import { After, Card, Check, Join, Me, Measure, PlanScreen, Report, Unwell } from "./screens/later.ts";
import { Session } from "./screens/Session.tsx";
import { Today } from "./screens/Today.tsx";
import { type Ledger, openLedger } from "./store/ledger.ts";
import { Fetched } from "./ui/Fetched.tsx";
import { HomeProvider, useHomeOf } from "./use-home.ts";
import { browserLanguage, wordsOf } from "./words/languages.ts";

function subscribe(listener: () => void): () => void {
  const moved = (): void => {
    takeJoinToken();
    listener();
  };
  addEventListener("hashchange", moved);
  return () => removeEventListener("hashchange", moved);
}

const useScreen = (): ScreenName => useSyncExternalStore(subscribe, screenNow);

const screenOf: Readonly<Record<ScreenName, () => ReactNode>> = {
  today: () => <Today />,
  check: () => <Check />,
  session: () => <Session />,
  practice: () => <Session practice />,
  after: () => <After />,
  unwell: () => <Unwell />,
  me: () => <Me />,
  plan: () => <PlanScreen />,
  measure: () => <Measure />,
  card: () => <Card />,
  report: () => <Report />,
  join: () => <Join />,
};

/** A session fills the screen; everything else stands between the two ways to go. */
const alone: readonly ScreenName[] = ["session", "practice", "check", "unwell"];

function Rooms({ ledger }: { readonly ledger: Ledger }) {
  const home = useHomeOf(ledger);
  const screen = useScreen();
  const { words, settings } = home;
  useEffect(() => {
    document.documentElement.lang = words.locale;
    document.title = `OpenLymph · ${words.room}`;
  }, [words]);
  return (
    <HomeProvider value={home}>
      <div className={styles["home"]} data-thumb={settings.thumb} data-screen={screen}>
        {alone.includes(screen) ? null : (
          <header className={styles["header"]}>
            <p className={styles["name"]}>
              <img src="/icon.svg" alt="" width="26" height="26" />
              OpenLymph
            </p>
            <OfflineNote words={words.offline} />
            <a href="/" className={styles["studio"]}>
              {words.nav.studio}
            </a>
          </header>
        )}
        {words.unreviewed === "" || alone.includes(screen) ? null : (
          <aside className={styles["unreviewed"]}>{words.unreviewed}</aside>
        )}
        <LostNote />
        <main className={styles["main"]} key={screen}>
          <Fetched words={words}>{screenOf[screen]()}</Fetched>
        </main>
        {alone.includes(screen) ? null : (
          <nav className={styles["nav"]} aria-label={words.nav.label}>
            <a href="#today" aria-current={screen === "today" ? "page" : undefined}>
              <House aria-hidden="true" size={24} />
              {words.nav.today}
            </a>
            <a href="#me" aria-current={screen === "me" ? "page" : undefined}>
              <UserRound aria-hidden="true" size={24} />
              {words.nav.me}
            </a>
          </nav>
        )}
      </div>
    </HomeProvider>
  );
}

// Asked for at once, while the record is opened.
const browserWords = wordsOf(browserLanguage());

function Opened({ ledger }: { readonly ledger: Ledger | "blocked" | undefined }) {
  const words = use(browserWords);
  if (ledger === undefined) {
    return (
      <p className={styles["wait"]} role="status">
        {words.wait}
      </p>
    );
  }
  return ledger === "blocked" ? <Blocked words={words} /> : <Rooms ledger={ledger} />;
}

/** What is said while there are no words yet. */
const wordless = { wait: "…", failed: "That did not work. Das ging nicht.", again: "↻ Try again" };

/** Home: the plan played on a phone, without a network. */
export function HomeApp() {
  const [ledger, setLedger] = useState<Ledger | "blocked">();
  useEffect(() => {
    let alive = true;
    openLedger().then(
      (opened) => (alive ? setLedger(opened) : opened.close()),
      () => setLedger("blocked"),
    );
    return () => {
      alive = false;
    };
  }, []);
  return (
    <Fetched words={wordless}>
      <Opened ledger={ledger} />
    </Fetched>
  );
}
