/** What every screen of Home works with: the record on this device, what it says, and the words to say it in. */
import type { Result } from "@openlymph/base";
import { type CareRecord, type CheckStanding, checkStanding, foldRecord, type Own } from "@openlymph/record";
import {
  createContext,
  use,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { dailyHours } from "./check/daily.ts";
import { asWritten, type HeldCheck, saveHeld, useHeldCheck } from "./check/held-check.ts";
import type { HomePlan } from "./home-plan.ts";
import { type Settings, settingsOf } from "./settings.ts";
import type { ClinicLink } from "./store/database.ts";
import type { Ledger, LedgerState } from "./store/ledger.ts";
import type { Sync } from "./store/sync.ts";
import type { HomeWords } from "./words/en.ts";
import { wordsOf } from "./words/languages.ts";

export interface Home {
  readonly ledger: Ledger;
  readonly state: LedgerState;
  readonly record: CareRecord;
  /** Of the record; `undefined` where none was kept, and while it is read. */
  readonly plan: Result<HomePlan> | undefined;
  readonly settings: Settings;
  readonly words: HomeWords;
  /** Whether a session may be played at this moment. */
  readonly standing: () => CheckStanding;
  /** A check with a yes that the record does not have yet. */
  readonly held: HeldCheck | undefined;
  /** How to reach the clinic that this phone is joined to. */
  readonly clinic: Clinic | undefined;
  /** Sends and fetches now, whatever pause there is. */
  readonly syncNow: () => void;
}

export type Clinic = ClinicLink["clinic"];

const HomeContext = createContext<Home | undefined>(undefined);
export const HomeProvider = HomeContext.Provider;

/** Only below a `HomeProvider`. */
export function useHome(): Home {
  const home = useContext(HomeContext);
  if (home === undefined) throw new Error("A screen of Home stands outside of it.");
  return home;
}

/** The plan that was kept, read when its text changes. */
function usePlan(kept: CareRecord["plan"]): Result<HomePlan> | undefined {
  const [read, setRead] = useState<{ readonly text: string; readonly plan: Result<HomePlan> }>();
  const text = kept?.text;
  const title = kept?.title ?? "";
  useEffect(() => {
    if (text === undefined) return;
    let alive = true;
    void import("./read-home-plan.ts").then(({ readHomePlan }) => {
      if (alive) setRead({ text, plan: readHomePlan(text, title) });
    });
    return () => {
      alive = false;
    };
  }, [text, title]);
  return read !== undefined && read.text === text ? read.plan : undefined;
}

/** While a phone is joined its clinic's plan holds; to one that has left it, it is a plan like any other. */
const isOfClinicPlan = ({ operation: { kind } }: Own): boolean => kind === "plan/released" || kind === "plan/withdrawn";

/** Keeps phone and clinic in step while it is joined. Fetched once Home has opened. */
function useSync(ledger: Ledger, joined: boolean): () => void {
  const sync = useRef<Sync>(undefined);
  useEffect(() => {
    if (!joined) return;
    let alive = true;
    void import("./store/sync.ts").then(
      ({ startSync }) => {
        if (alive) sync.current = startSync(ledger);
      },
      () => undefined,
    );
    return () => {
      alive = false;
      sync.current?.stop();
      sync.current = undefined;
    };
  }, [ledger, joined]);
  return useCallback(() => sync.current?.now(), []);
}

export function useHomeOf(ledger: Ledger): Home {
  const state = useSyncExternalStore(ledger.subscribe, ledger.state);
  const { link } = state;
  const holds = link !== undefined && link.state !== "left";
  const record = useMemo(
    () =>
      foldRecord(
        state.own
          .filter((each) => holds || !isOfClinicPlan(each))
          .map(({ operation, standing }) => ({
            operation,
            ...(standing.state === "taken" ? { arrival: standing.arrival } : {}),
          })),
      ),
    [state.own, holds],
  );
  const syncNow = useSync(ledger, link?.state === "joined");
  const plan = usePlan(record.plan);
  const settings = settingsOf(record);
  const held = useHeldCheck();
  useEffect(() => {
    if (held !== undefined) saveHeld(ledger);
  }, [held, ledger]);
  return {
    ledger,
    state,
    record,
    plan,
    settings,
    words: use(wordsOf(settings.language)),
    standing: () =>
      held === undefined ? checkStanding(record, Date.now(), dailyHours) : { kind: "locked", check: asWritten(held) },
    held,
    clinic: holds && link.state !== "asked" ? (record.clinic ?? link.clinic) : undefined,
    syncNow,
  };
}
