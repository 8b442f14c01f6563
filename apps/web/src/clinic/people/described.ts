import type { Body, FollowedLimb } from "@openlymph/record";

/** What a form holds of a person: text, also where nothing was entered. */
export interface DescribedForm {
  readonly name: string;
  readonly born: string;
  readonly limbs: readonly FollowedLimb[];
  readonly stage: string;
  readonly diagnosis: string;
  readonly phone: string;
  readonly email: string;
  readonly doctor: string;
  readonly synthetic: boolean;
}

type Described = Omit<Body<"person/described">, "by">;

export function formOf(described: Described | undefined, synthetic: boolean): DescribedForm {
  const {
    name = "",
    born = "",
    limbs = [],
    stage = "",
    diagnosis = "",
    phone = "",
    email = "",
    doctor = "",
  } = described ?? {};
  return { name, born, limbs, stage, diagnosis, phone, email, doctor, synthetic: described?.synthetic ?? synthetic };
}

/** The body of a description; what was left empty is left out. */
export function bodyOf({ name, limbs, synthetic, ...rest }: DescribedForm): Readonly<Record<string, unknown>> {
  const entered = Object.entries(rest).flatMap(([key, value]) =>
    value.trim() === "" ? [] : [[key, value.trim()] as const],
  );
  return { name: name.trim(), limbs: [...limbs], synthetic, ...Object.fromEntries(entered) };
}
