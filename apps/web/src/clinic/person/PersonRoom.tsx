import { type ComponentType, lazy, Suspense } from "react";
import type { PersonTab } from "../go-to.ts";
import { GlassForm } from "../people/GlassForm.tsx";
import { ArrivalNote } from "../ui/ArrivalNote.tsx";
import { Bones, Card } from "../ui/Card.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { useArrivals } from "../use-arrivals.ts";
import { words } from "../words/words.ts";
import { Overview } from "./Overview.tsx";
import { PersonHead } from "./PersonHead.tsx";
import { PersonTabs } from "./PersonTabs.tsx";
import { RecordTab } from "./record/RecordTab.tsx";
import { SessionsTab } from "./sessions/SessionsTab.tsx";
import { PersonProvider, usePersonOf } from "./use-person.ts";

/** Parts that need the library of rules, plans or measurements are fetched when they are opened. */
const tabs: Readonly<Record<PersonTab, ComponentType>> = {
  overview: Overview,
  history: lazy(async () => ({ default: (await import("./history/HistoryTab.tsx")).HistoryTab })),
  screening: lazy(async () => ({ default: (await import("./screening/ScreeningTab.tsx")).ScreeningTab })),
  plan: lazy(async () => ({ default: (await import("./plan/PlanTab.tsx")).PlanTab })),
  measurements: lazy(async () => ({ default: (await import("./measure/MeasureTab.tsx")).MeasureTab })),
  sessions: SessionsTab,
  letters: lazy(async () => ({ default: (await import("./letters/LettersTab.tsx")).LettersTab })),
  record: RecordTab,
};

/** One person: who they are, and the parts of their record. */
export function PersonRoom({ person: id, tab }: { readonly person: string; readonly tab: PersonTab }) {
  const { person, problem, again } = usePersonOf(id);
  const arrivals = useArrivals(id);
  if (person === undefined) {
    if (problem === undefined) return <Bones count={4} label={words.person.loading} />;
    if (problem.code !== "not-found" && problem.code !== "forbidden") {
      return <ProblemNote problem={problem} onAgain={again} />;
    }
    return (
      <>
        <h1>{words.person.gone}</h1>
        <Card title={words.people.others}>
          <GlassForm person={id} name={words.people.openThis} onOpened={again} />
        </Card>
      </>
    );
  }
  const Tab = tabs[tab];
  return (
    <PersonProvider value={person}>
      <PersonHead />
      <PersonTabs current={tab} />
      <ArrivalNote arrivals={arrivals} onShow={again} />
      <ProblemNote problem={problem} onAgain={again} />
      <Suspense fallback={<Bones label={words.person.loading} />}>
        <Tab />
      </Suspense>
    </PersonProvider>
  );
}
