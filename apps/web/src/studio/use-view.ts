import { useCallback, useState } from "react";
import type { RunName } from "../body/moment.ts";
import type { Pairing } from "../body/shown-bodies.ts";
import type { FollowName } from "../happens/follow.ts";
import type { BodiesAsked, KeptPlan, WorkView } from "./work-view.ts";

/** What is looked at in the room, and the way to change it. */
export interface UsedView {
  readonly run: RunName;
  readonly setRun: (run: RunName) => void;
  readonly pairing: Pairing | undefined;
  readonly setPairing: (pairing: Pairing | undefined) => void;
  readonly follow: FollowName;
  readonly setFollow: (follow: FollowName) => void;
  readonly planA: KeptPlan | undefined;
  readonly setPlanA: (kept: KeptPlan | undefined) => void;
  readonly bodies: BodiesAsked | undefined;
  readonly setBodies: (asked: BodiesAsked | undefined) => void;
  /** Where the clock of the next rehearsal begins to stand; another object for every work that was opened. */
  readonly begin: { readonly moment: number } | undefined;
  /** Looks at what opened work was left at; what it says nothing of is as on a first visit. */
  readonly look: (view: WorkView) => void;
  /** All of it but the moment. */
  readonly view: WorkView;
}

export function useView(): UsedView {
  const [run, setRun] = useState<RunName>("with");
  const [pairing, setPairing] = useState<Pairing>();
  const [follow, setFollow] = useState<FollowName>("day");
  const [planA, setPlanA] = useState<KeptPlan>();
  const [bodies, setBodies] = useState<BodiesAsked>();
  const [begin, setBegin] = useState<UsedView["begin"]>();
  const look = useCallback((view: WorkView): void => {
    setRun(view.run ?? "with");
    setPairing(view.pairing);
    setFollow(view.follow ?? "day");
    setPlanA(view.planA);
    setBodies(view.bodies);
    setBegin(view.moment === undefined ? undefined : { moment: view.moment });
  }, []);
  const view: WorkView = {
    run,
    follow,
    ...(pairing === undefined ? {} : { pairing }),
    ...(planA === undefined ? {} : { planA }),
    ...(bodies === undefined ? {} : { bodies }),
  };
  const setters = { setRun, setPairing, setFollow, setPlanA, setBodies };
  return { run, pairing, follow, planA, bodies, begin, look, view, ...setters };
}
