import { ExternalLink } from "lucide-react";
import card from "../../ui/Card.module.css";
import { Card } from "../../ui/Card.tsx";
import { words } from "../../words/words.ts";

const told = words.letters;

/** What the letters behind a name mean, and where registers are kept. */
export function Credentials() {
  return (
    <Card title={told.credentials}>
      <p className={card["quiet"]}>{told.credentialsLead}</p>
      <dl className={card["facts"]}>
        {told.credentialRows.flatMap(([letters, meaning]) => [
          <dt key={`${letters} t`}>{letters}</dt>,
          <dd key={letters}>{meaning}</dd>,
        ])}
      </dl>
      <h3>{told.registers}</h3>
      <p className={card["quiet"]}>{told.registersLead}</p>
      <ul className={card["row"]}>
        {told.registerLinks.map(([name, address]) => (
          <li key={address}>
            <a href={address} target="_blank" rel="noreferrer noopener">
              {name} <ExternalLink aria-hidden="true" size={15} />
            </a>
          </li>
        ))}
      </ul>
      <p className={card["quiet"]}>{told.source}</p>
    </Card>
  );
}
