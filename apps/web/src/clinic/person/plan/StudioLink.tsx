import { ExternalLink } from "lucide-react";
import { ActLink } from "../../ui/Act.tsx";
import { words } from "../../words/words.ts";
import { useStudioLink } from "../studio-link.ts";
import { usePerson } from "../use-person.ts";

/** The teaching model with this history and this plan, in a new tab. */
export function StudioLink({ plan }: { readonly plan: string }) {
  const link = useStudioLink(usePerson().record.history?.text, plan);
  if (link === undefined) return null;
  return (
    <ActLink href={link} newTab>
      <ExternalLink aria-hidden="true" size={18} />
      {words.plan.studio}
    </ActLink>
  );
}
