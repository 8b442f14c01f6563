import { describeFailure, type Result } from "@openlymph/base";
import type { History } from "@openlymph/therapy";
import { useCallback, useEffect, useRef, useState } from "react";
import { readHistory, readPlan } from "../run/model.ts";
import { firstHistory, firstPlan, type Named, type ToldPlan } from "../run/named.ts";
import { words } from "../words.ts";
import type { Opened } from "./opened.ts";
import { pushed, redone, replaced, shownOf, type Trail, trailOf, undone } from "./trail.ts";
import { keepWork, readWork, recallWork, type Work } from "./work-kept.ts";
import { isWorkLink, workOf } from "./work-link.ts";

interface Loaded<T> {
  readonly named: Named;
  readonly value: T;
}

interface Documents {
  readonly history?: Loaded<History>;
  readonly plan?: Loaded<ToldPlan>;
}

type Kind = keyof Documents;

const readers = { history: readHistory, plan: readPlan } as const;
const firsts: Work = { history: firstHistory, plan: firstPlan };

export interface UsedWork {
  readonly history: Opened<History>;
  readonly plan: Opened<ToldPlan>;
  /** Reads a file and shows it, or both where it holds both; one with a mistake leaves what is shown and says what is wrong. */
  readonly open: (kind: Kind, named: Named) => Promise<void>;
  /** Takes the last change or choice back; `undefined` where there is none. */
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  /** Shows other work for a while without keeping it; `leave` brings the person's own back. */
  readonly visit: (work: Work) => void;
  readonly leave: () => void;
  /** What is shown, to be kept or handed on. */
  readonly work: Work | undefined;
  /** Whether this browser keeps it. */
  readonly kept: boolean;
}

/** What a visit begins with: a link, what the browser kept, or the first example. */
async function beginning(): Promise<{ readonly work: Work; readonly problem?: string }> {
  const { hash, pathname, search } = location;
  if (isWorkLink(hash)) {
    const linked = await workOf(hash);
    // A later reload opens what became of it, not the link once more.
    window.history.replaceState(null, "", pathname + search);
    if (linked !== undefined) return { work: linked };
    return { work: recallWork() ?? firsts, problem: words.work.brokenLink };
  }
  return { work: recallWork() ?? firsts };
}

async function read(kind: Kind, named: Named): Promise<Result<Loaded<never>> | Error> {
  const result = await (readers[kind] as (file: Named) => Promise<Result<unknown>>)(named).catch(
    (error: unknown) => error as Error,
  );
  if (result instanceof Error || !result.ok) return result;
  return { ok: true, value: { named, value: result.value as never } };
}

const problemOf = (failed: Error | Parameters<typeof describeFailure>[0]): string =>
  failed instanceof Error ? failed.message : describeFailure(failed);

function openedOf<T>(loaded: Loaded<T> | undefined, first: Named, problem: string | undefined): Opened<T> {
  const { file, text } = loaded?.named ?? first;
  return { file, own: text !== undefined, value: loaded?.value, problem };
}

/** The history and the plan that are worked on, with the way back; kept in this browser after every change. */
export function useWork(): UsedWork {
  const [trail, setTrail] = useState<Trail<Documents>>(() => trailOf({}));
  const [problems, setProblems] = useState<Readonly<Partial<Record<Kind, string>>>>({});
  const [kept, setKept] = useState(false);
  const turns = useRef({ history: 0, plan: 0 });
  const home = useRef<Trail<Documents>>(undefined);
  const { history, plan } = shownOf(trail);

  const load = useCallback(async (kind: Kind, named: Named, first: boolean): Promise<boolean> => {
    const own = ++turns.current[kind];
    const result = await read(kind, named);
    if (own !== turns.current[kind]) return true;
    const wrong = result instanceof Error || !result.ok ? problemOf(result) : undefined;
    setProblems((before) => {
      const { [kind]: _gone, ...others } = before;
      return wrong === undefined ? others : { ...others, [kind]: wrong };
    });
    if (result instanceof Error || !result.ok) return false;
    setTrail((before) => (first ? replaced : pushed)(before, { ...shownOf(before), [kind]: result.value }));
    return true;
  }, []);

  useEffect(() => {
    const begin = async (): Promise<void> => {
      const { work, problem } = await beginning();
      const loadOr = async (kind: Kind): Promise<void> => {
        if (await load(kind, work[kind], true)) return;
        // What was kept or linked could not be read: the first example in its place, and what was wrong stays said.
        const first = await read(kind, firsts[kind]);
        if (first instanceof Error || !first.ok) return;
        setTrail((before) => replaced(before, { ...shownOf(before), [kind]: first.value }));
      };
      await Promise.all([loadOr("history"), loadOr("plan")]);
      if (problem !== undefined) setProblems((before) => ({ ...before, plan: problem }));
    };
    void begin();
  }, [load]);

  const work = history === undefined || plan === undefined ? undefined : { history: history.named, plan: plan.named };
  const told = work === undefined ? undefined : JSON.stringify(work);
  // biome-ignore lint/correctness/useExhaustiveDependencies: kept when what it says changes, not at every drawing
  useEffect(() => {
    if (work !== undefined && home.current === undefined) setKept(keepWork(work));
  }, [told]);

  const back = undone(trail);
  const forth = redone(trail);
  return {
    history: openedOf(history, firstHistory, problems.history),
    plan: openedOf(plan, firstPlan, problems.plan),
    open: async (kind, named) => {
      // Whoever opens or changes something while visiting makes what is shown their own.
      home.current = undefined;
      const both = named.text === undefined ? undefined : readWork(named.text);
      if (both === undefined) await load(kind, named, false);
      else {
        await load("history", both.history, false);
        await load("plan", both.plan, false);
      }
    },
    undo: back === undefined ? undefined : () => setTrail(back),
    redo: forth === undefined ? undefined : () => setTrail(forth),
    visit: (other) => {
      home.current ??= trail;
      for (const kind of ["history", "plan"] as const) {
        if (shownOf(trail)[kind]?.named.file !== other[kind].file) void load(kind, other[kind], true);
      }
    },
    leave: () => {
      const own = home.current;
      home.current = undefined;
      turns.current = { history: turns.current.history + 1, plan: turns.current.plan + 1 };
      const { history: oldHistory, plan: oldPlan } = own === undefined ? {} : shownOf(own);
      // A story that began before anything was read leaves what it showed.
      if (own !== undefined && oldHistory !== undefined && oldPlan !== undefined) setTrail(own);
    },
    work,
    kept,
  };
}
