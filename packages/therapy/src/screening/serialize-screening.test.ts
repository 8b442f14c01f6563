import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { anatomy } from "@openlymph/anatomy";
import { day, minute, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contraindicationLibrary, contraindications } from "../library/contraindication.ts";
import { regions } from "../library/region.ts";
import { liftableRules, liftingRoles } from "./lifting.ts";
import { parseScreening } from "./parse-screening.ts";
import { answerIds } from "./screen.ts";
import { answerWords, type Screening, screeningOf } from "./screening.ts";
import { serializeScreening } from "./serialize-screening.ts";

const parse = (text: string): Screening => unwrap(parseScreening(text, "answers.yaml"));
const { places, restart } = contraindicationLibrary;

const side = fc.constantFrom("left", "right", "both");
const territories = anatomy.territories.map(({ id }) => id);
const covering = regions.filter((region) => region.territories.length > 0).map(({ id }) => id);
const some = <T>(of: readonly T[], maxLength = of.length) => fc.subarray([...of], { minLength: 1, maxLength });
/** Parts of the body in each of the ways that a file may name them. */
const scope = fc.oneof(
  fc.record({ region: fc.constantFrom(...covering), side }),
  fc.record({ limb: fc.constantFrom("arm", "leg"), side }),
  fc.record({ limb: fc.constant("arm"), segments: some(["upperArm", "forearm", "hand"]), side }),
  fc.record({ limb: fc.constant("leg"), segments: some(["thigh", "shank", "foot"]), side }),
  fc.record({ segments: some(["headNeck", "trunk", "hand", "shank"]), side }),
  fc.record({ territories: some(territories, 6) }),
);
const ofPerson = contraindications
  .filter(({ avoidRegions }) => avoidRegions?.some((place) => places[place]?.ofThePerson === true))
  .map(({ id }) => id);

const words = fc
  .oneof(fc.string({ unit: "grapheme", maxLength: 40 }), fc.string({ unit: "binary", maxLength: 40 }))
  .map((text) => text.trim())
  .filter((text) => text !== "");
const days = fc.integer({ min: 0, max: 40_000 });
const dayText = (n: number): string => new Date(n * day * 1000).toISOString().slice(0, 10);
const momentText = (minutes: number): string => new Date(minutes * minute * 1000).toISOString().slice(0, 16);
const moments = fc.integer({ min: 0, max: 40_000 * 1440 });

const lifting = (roles: readonly string[], why: string, more: object = {}) =>
  fc
    .record(
      {
        rules: some([...liftableRules], 4),
        name: words,
        role: fc.constantFrom(...roles),
        date: days,
        lasts: fc.nat(400),
        [why]: words,
        ...more,
      },
      { requiredKeys: ["rules", "name", "role", "date", why] as never },
    )
    .map(({ date, lasts, ...rest }: Record<string, unknown>) => ({
      ...rest,
      date: dayText(date as number),
      ...(lasts === undefined ? {} : { expires: dayText((date as number) + (lasts as number)) }),
    }));
const answer = fc.constantFrom(...answerWords);
const infection = fc
  .record(
    {
      rule: fc.constantFrom(...restart.map(({ rule }) => rule)),
      began: moments,
      free: fc.nat(50_000),
      rednessShrinking: answer,
      feelingWell: answer,
    },
    { requiredKeys: ["rule", "began"] },
  )
  .map(({ began, free, ...rest }) => ({
    ...rest,
    began: momentText(began),
    ...(free === undefined ? {} : { feverFreeSince: momentText(began + free) }),
  }));

/** Files as people may write them: JSON is YAML. */
const written = fc.record(
  {
    format: fc.constant("openlymph/screening@1"),
    title: words,
    about: words,
    date: fc.oneof(days.map(dayText), moments.map(momentText)),
    answers: fc.dictionary(fc.constantFrom(...answerIds), answer),
    where: fc.dictionary(
      fc.constantFrom(...ofPerson),
      fc.oneof(scope, fc.array(scope, { minLength: 1, maxLength: 3 })),
    ),
    clearances: fc.array(lifting(liftingRoles.clearance, "text", { recordedBy: words }), { maxLength: 3 }),
    overrides: fc.array(lifting(liftingRoles.override, "reason"), { maxLength: 3 }),
    infections: fc.array(infection, { maxLength: 3 }),
  },
  { requiredKeys: ["format", "answers"] },
);

describe("serializeScreening", () => {
  it("writes what is read back as the same screening (random files)", () => {
    fc.assert(
      fc.property(written, (file) => {
        const screening = parse(JSON.stringify(file));
        expect(parse(serializeScreening(screening))).toEqual(screening);
      }),
      { numRuns: 400, seed: 3 },
    );
  });

  it("writes every example so that it is read back", () => {
    const folder = path.join(import.meta.dirname, "../../../../examples/screenings");
    for (const file of readdirSync(folder)) {
      const screening = parse(readFileSync(path.join(folder, file), "utf8"));
      expect(parse(serializeScreening(screening)), file).toEqual(screening);
    }
  });

  it("is a file that people can read", () => {
    const screening = parse(
      JSON.stringify({
        date: "2026-11-22T09:00",
        answers: { port: "yes", cancer_treatment: "yes" },
        where: { port: { region: "chest_upper", side: "right" } },
        clearances: [
          { rules: ["cancer_treatment"], name: "Dr A. Example", role: "doctor", date: "2026-11-10", text: "Agreed." },
        ],
      }),
    );
    expect(serializeScreening(screening)).toBe(`format: openlymph/screening@1
date: 2026-11-22T09:00
answers:
  port: yes
  cancer_treatment: yes
where:
  port: [{ region: chest_upper, side: right }]
clearances:
  - { rules: [cancer_treatment], name: "Dr A. Example", role: doctor, date: 2026-11-10, expires: 2027-02-07, text: "Agreed." }
`);
    expect(serializeScreening(screeningOf({}))).toBe("format: openlymph/screening@1\nanswers: {}\n");
  });
});
