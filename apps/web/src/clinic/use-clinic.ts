import type { Me } from "@openlymph/record/clinic";
import { createContext, useContext } from "react";

export type SignedIn = Extract<Me, { readonly state: "signed-in" }>;

/** What every room of the clinic works with: who is signed in, and a way to say what was done. */
export interface Clinic {
  readonly me: SignedIn;
  /** Asks anew who is signed in. */
  readonly refresh: () => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** Says in one sentence, at the foot of the page and to a screen reader, what was done. */
  readonly say: (text: string) => void;
}

const ClinicContext = createContext<Clinic | undefined>(undefined);
export const ClinicProvider = ClinicContext.Provider;

/** Only below a `ClinicProvider`. */
export function useClinic(): Clinic {
  const clinic = useContext(ClinicContext);
  if (clinic === undefined) throw new Error("A room of the clinic stands outside of it.");
  return clinic;
}
