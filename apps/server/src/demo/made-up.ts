/** The made-up people of people.json, as the texts and readings that a clinic would have written about them. */
import { unwrap } from "@openlymph/base";
import { followedLimbs } from "@openlymph/record";
import {
  contraindications,
  planFromTemplate,
  planHash,
  screeningOf,
  serializePlan,
  serializeScreening,
} from "@openlymph/therapy";
import { z } from "zod";
import people from "./people.json" with { type: "json" };

const side = z.enum(["left", "right"]);
const template = z.strictObject({ sequence: z.string(), side: side.optional() });

const schema = z.strictObject({
  about: z.string(),
  people: z.array(
    z.strictObject({
      name: z.string(),
      born: z.string(),
      limbs: z.array(z.enum(followedLimbs)),
      stage: z.string().optional(),
      diagnosis: z.string(),
      doctor: z.string().optional(),
      procedures: z
        .array(z.strictObject({ procedure: z.string(), part: z.string().optional(), side, monthsAgo: z.number() }))
        .optional(),
      /** Released, or still a draft. */
      plan: template.optional(),
      draft: template.optional(),
      /** cm at the marks of the healthy side; the other side is larger by a share that changes from visit to visit. */
      tape: z
        .strictObject({
          protocol: z.string(),
          healthy: z.array(z.number()),
          excess: z.number(),
          trend: z.number(),
          visits: z.number(),
        })
        .optional(),
      home: z
        .strictObject({
          daysAgo: z.number(),
          /** Days from one session to the next. */
          every: z.number(),
          heaviness: z.number(),
          pain: z.number(),
          tightness: z.number(),
          /** The last session is rated so much worse. */
          worse: z.number().optional(),
          /** No session in the last so many days. */
          quiet: z.number().optional(),
          /** The question that was answered with yes in the end. */
          stopped: z.string().optional(),
        })
        .optional(),
    }),
  ),
});

export const madeUp = schema.parse(people).people;
export type MadeUp = (typeof madeUp)[number];

const day = 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export function historyText({ name, procedures = [] }: MadeUp, now: number): string | undefined {
  if (procedures.length === 0) return undefined;
  const lines = procedures.map(({ procedure, part, side: of, monthsAgo }) => {
    const date = dayOf(now - monthsAgo * 30.4 * day);
    const partOf = part === undefined ? "" : ` part: ${part},`;
    return `  - { procedure: ${procedure},${partOf} side: ${of}, date: ${date} }`;
  });
  return [
    "format: openlymph/history@1",
    `title: ${name} (made up)`,
    "provenance: { tag: assumed, source: invented for trying the clinic; no person }",
    "reviewStatus: draft",
    `asOf: ${dayOf(now)}`,
    "procedures:",
    ...lines,
    "",
  ].join("\n");
}

export interface MadeUpPlan {
  readonly plan: string;
  readonly title: string;
  readonly text: string;
}

export function planOf({ sequence, side: of }: z.output<typeof template>): MadeUpPlan {
  const plan = unwrap(planFromTemplate(sequence, of));
  return { plan: planHash(plan), title: plan.title, text: serializePlan(plan) };
}

/** Every question answered with no. */
export function screeningText(): string {
  const answers = Object.fromEntries(contraindications.map(({ id }) => [id, "no" as const]));
  return serializeScreening(screeningOf(answers));
}
