import { describeFailure, programVersion, type Result } from "@openlymph/base";
import type { History } from "@openlymph/therapy";
import { useCallback, useEffect, useRef, useState } from "react";
import { readHistory, readPlan, readText } from "../run/model.ts";
import { firstHistory, firstPlan, type Named, type ToldPlan } from "../run/named.ts";
import { words } from "../words.ts";
import type { Opened } from "./opened.ts";
import { pushed, redone, replaced, shownOf, type Trail, trailOf, undone } from "./trail.ts";
import { type ReadWork, readWork, recallWork, type Work } from "./work-kept.ts";
import { isWorkLink, workOf } from "./work-link.ts";
import type { WorkView } from "./work-view.ts";

interface Loaded<T> {
  /** An example by its name alone. */
  readonly named: Named;
  /** The same with its text, as it is kept and handed on. */
  readonly whole: Named;
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
  /** The files that are shown. */
  readonly work: Work | undefined;
  /** The same with the texts of all files, to be kept or handed on. */
  readonly whole: Work | undefined;
  /** Whether it is not the person's own, and so not kept. */
  readonly visiting: boolean;
  /** The version of the program that wrote what was opened, where it is another one; empty where it did not say. */
  readonly otherProgram: string | undefined;
}

/** What a visit begins with: a link, what the browser kept, or the first example. */
async function beginning(): Promise<{ readonly work: ReadWork; readonly problem?: string }> {
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
  try {
    const reader = readers[kind] as (file: Named) => Promise<Result<unknown>>;
    const [result, { text, example }] = await Promise.all([reader(named), readText(kind, named)]);
    if (!result.ok) return result;
    const whole = text === undefined ? named : { file: named.file, text };
    return { ok: true, value: { named: example ? { file: named.file } : named, whole, value: result.value as never } };
  } catch (error) {
    return error as Error;
  }
}

/** What is said of the version that wrote opened work: nothing where it is this one. */
function otherThanThis({ program = "" }: ReadWork): string | undefined {
  return program === programVersion ? undefined : program;
}

const problemOf = (failed: Error | Parameters<typeof describeFailure>[0]): string =>
  failed instanceof Error ? failed.message : describeFailure(failed);

function openedOf<T>(loaded: Loaded<T> | undefined, first: Named, problem: string | undefined): Opened<T> {
  const { file, text } = loaded?.named ?? first;
  return { file, own: text !== undefined, value: loaded?.value, problem };
}

/**
 * The history and the plan that are worked on, with the way back; `onView` hears what was looked at in work that is opened,
 * in the moment that work is shown.
 */
export function useWork(onView: (view: WorkView) => void): UsedWork {
  const [trail, setTrail] = useState<Trail<Documents>>(() => trailOf({}));
  const [problems, setProblems] = useState<Readonly<Partial<Record<Kind, string>>>>({});
  const [otherProgram, setOtherProgram] = useState<string>();
  const looked = useRef(onView);
  looked.current = onView;
  const turns = useRef({ history: 0, plan: 0 });
  const home = useRef<Trail<Documents>>(undefined);
  const { history, plan } = shownOf(trail);

  /** Shows files, all that were read at once; tells which of them could not be. */
  const load = useCallback(async (files: Partial<ReadWork>, first: boolean): Promise<readonly Kind[]> => {
    const own = { ...turns.current };
    const asked = (["history", "plan"] as const).flatMap((kind) => {
      const named = files[kind];
      if (named === undefined) return [];
      own[kind] = ++turns.current[kind];
      return [{ kind, reading: read(kind, named) }];
    });
    const answers = await Promise.all(asked.map(async ({ kind, reading }) => ({ kind, result: await reading })));
    const found: Documents = {};
    const wrong: Kind[] = [];
    for (const { kind, result } of answers) {
      if (own[kind] !== turns.current[kind]) continue;
      const problem = result instanceof Error || !result.ok ? problemOf(result) : undefined;
      setProblems((before) => {
        const { [kind]: _gone, ...others } = before;
        return problem === undefined ? others : { ...others, [kind]: problem };
      });
      if (result instanceof Error || !result.ok) wrong.push(kind);
      else Object.assign(found, { [kind]: result.value });
    }
    if (Object.keys(found).length > 0) {
      setTrail((before) => (first ? replaced : pushed)(before, { ...shownOf(before), ...found }));
      if (files.view !== undefined) looked.current(files.view);
    }
    return wrong;
  }, []);

  useEffect(() => {
    const begin = async (): Promise<void> => {
      const { work, problem } = await beginning();
      if (work !== firsts) setOtherProgram(otherThanThis(work));
      const wrong = await load(work, true);
      for (const kind of wrong) {
        // What was kept or linked could not be read: the first example in its place, and what was wrong stays said.
        const first = await read(kind, firsts[kind]);
        if (first instanceof Error || !first.ok) return;
        setTrail((before) => replaced(before, { ...shownOf(before), [kind]: first.value }));
      }
      if (problem !== undefined) setProblems((before) => ({ ...before, plan: problem }));
    };
    void begin();
  }, [load]);

  const both = history !== undefined && plan !== undefined;
  const work = both ? { history: history.named, plan: plan.named } : undefined;
  const whole = both ? { history: history.whole, plan: plan.whole } : undefined;

  const back = undone(trail);
  const forth = redone(trail);
  return {
    history: openedOf(history, firstHistory, problems.history),
    plan: openedOf(plan, firstPlan, problems.plan),
    open: async (kind, named) => {
      // Whoever opens or changes something while visiting makes what is shown their own.
      home.current = undefined;
      const both = named.text === undefined ? undefined : readWork(named.text);
      if (both === undefined) await load({ [kind]: named }, false);
      else {
        await load(both, false);
        setOtherProgram(otherThanThis(both));
      }
    },
    undo: back === undefined ? undefined : () => setTrail(back),
    redo: forth === undefined ? undefined : () => setTrail(forth),
    visit: (other) => {
      home.current ??= trail;
      const others = (["history", "plan"] as const).filter(
        (kind) => shownOf(trail)[kind]?.named.file !== other[kind].file,
      );
      void load(Object.fromEntries(others.map((kind) => [kind, other[kind]])), true);
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
    whole,
    visiting: home.current !== undefined,
    otherProgram,
  };
}
