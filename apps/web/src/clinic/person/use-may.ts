/**
 * What this account may do with this person, so that a page offers nothing that the server refuses. The server's own table
 * decides; this one only spares a refusal.
 *
 * | word   | who                                       | what                                                        |
 * | ------ | ----------------------------------------- | ----------------------------------------------------------- |
 * | help   | the owner; a therapist or assistant of the team | describe, note, measure, mark as handled, phones      |
 * | decide | the owner; a therapist of the team        | history, screening, plan, letters, clearances, team, export |
 * | own    | the owner                                 | join two records, erase                                     |
 */
import type { StaffRole } from "@openlymph/record";
import { useClinic } from "../use-clinic.ts";
import { usePerson } from "./use-person.ts";

export interface May {
  readonly help: boolean;
  readonly decide: boolean;
  readonly own: boolean;
}

export function mayOf(role: StaffRole, ofTeam: boolean): May {
  const own = role === "owner";
  return { own, help: own || ofTeam, decide: own || (ofTeam && role === "therapist") };
}

export function useMay(): May {
  const { me } = useClinic();
  const { reply } = usePerson();
  return mayOf(
    me.role,
    reply.team.some(({ account }) => account === me.account),
  );
}
