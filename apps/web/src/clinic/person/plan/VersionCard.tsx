import { Card } from "../../ui/Card.tsx";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import { ReleaseForm } from "./ReleaseForm.tsx";
import { SaveForm } from "./SaveForm.tsx";
import type { Work } from "./use-work.ts";

const told = words.plan;

/** What comes next for the plan under work: it is saved as a version, and a version is released. */
export function VersionCard({ work }: { readonly work: Work }) {
  const { record } = usePerson();
  const { text, plan, checked, screening, saved, discard } = work;
  if (text === undefined || plan === undefined || checked === undefined) return null;
  const current = record.plan?.source === "clinic" && record.plan.text === text;
  if (current) return null;
  return (
    <Card title={saved ? told.release : told.save}>
      {saved ? (
        <ReleaseForm plan={plan} errors={checked.errors} screening={screening} />
      ) : (
        <SaveForm plan={plan} first={record.drafts.length === 0} onSaved={discard} />
      )}
    </Card>
  );
}
