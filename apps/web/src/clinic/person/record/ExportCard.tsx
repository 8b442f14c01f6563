import { Download } from "lucide-react";
import { addressOf } from "../../api.ts";
import { ActLink } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card } from "../../ui/Card.tsx";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";

const told = words.person.record;

const forms = [
  ["json", told.exportJson],
  ["csv", told.exportCsv],
  ["pdf", told.exportPdf],
] as const;

/** Everything of this person as a file. */
export function ExportCard() {
  const { id } = usePerson();
  const address = (as: (typeof forms)[number][0]): string => addressOf("export", { person: id }, { as });
  return (
    <Card title={told.export}>
      <p className={card["quiet"]}>{told.exportLead}</p>
      <div className={card["row"]}>
        {forms.map(([as, text]) => (
          <ActLink key={as} href={address(as)} download={`record-${id.slice(0, 8)}.${as}`}>
            <Download aria-hidden="true" size={18} />
            {text}
          </ActLink>
        ))}
      </div>
    </Card>
  );
}
