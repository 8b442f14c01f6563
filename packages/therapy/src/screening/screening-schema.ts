import { z } from "zod";
import { textField, wordField } from "../fields/named-field.ts";
import { scopeFields } from "../fields/scope.ts";
import { liftingRoles } from "./lifting.ts";

const list = z.array(z.string()).min(1, "at least one rule");
const day = z.unknown();

const lifting = {
  /** Ids of rules, or of their second questions. */
  rules: list,
  name: textField,
  date: day,
  /** Its last day; 90 days when left out. */
  expires: day.optional(),
};

const scope = z.strictObject(scopeFields);

/** Which fields an answers file has; ids, dates and places are read afterwards, against the library. */
export const screeningSchema = z.strictObject({
  format: z.string(),
  title: textField.optional(),
  about: textField.optional(),
  date: day.optional(),
  answers: z.record(z.string(), z.unknown()),
  where: z.record(z.string(), z.union([z.array(scope).min(1, "at least one place"), scope])).default({}),
  clearances: z
    .array(
      z.strictObject({
        ...lifting,
        role: wordField("role", liftingRoles.clearance),
        text: textField,
        recordedBy: textField.optional(),
      }),
    )
    .default([]),
  overrides: z
    .array(z.strictObject({ ...lifting, role: wordField("role", liftingRoles.override), reason: textField }))
    .default([]),
  infections: z
    .array(
      z.strictObject({
        rule: z.string(),
        began: day,
        feverFreeSince: day.optional(),
        rednessShrinking: z.unknown().optional(),
        feelingWell: z.unknown().optional(),
      }),
    )
    .default([]),
});

export type WrittenScreening = z.output<typeof screeningSchema>;
