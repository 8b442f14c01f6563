import { fail, ok, quantity, type Result, runRecord } from "@openlymph/base";
import { protocols, readingTime, type Series, type ShortForm, shortForm } from "@openlymph/measurement";
import { readMeasurementFolder } from "../input/read-measurements.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { fixed, inUnit, percent } from "../output/numbers.ts";
import { type Block, mark, pageText, tableBlock, text, title } from "../output/page.ts";
import { numbers } from "../output/table.ts";
import { measureMarks } from "../words/measure-words.ts";

export interface MeasureHomeInput {
  readonly place: string;
  readonly json?: boolean | undefined;
}

export const homeFormat = "openlymph/home-protocol@1";

/** How far the short form agrees with the full one, in this person and in print. */
function agreementWords(series: Series, { agreement }: ShortForm): readonly string[] {
  const short = protocols.find(({ shortOf }) => shortOf === series.protocol.id);
  const own =
    agreement === undefined
      ? []
      : [
          `In this file, on ${agreement.limbs} limbs measured in full: the short volume is ${inUnit(agreement.bias, "volume", "mL", 0)} mL off on average, 95 % limits of agreement ${agreement.limits.map((edge) => inUnit(edge, "volume", "mL", 0)).join(" to ")} mL; half of them within ${percent(agreement.share, 1)} %.`,
        ];
  return [...own, ...(short?.agreement === undefined ? [] : [`In print: ${short.agreement.text}`])];
}

function blocksOf(series: Series, form: ShortForm): readonly Block[] {
  const last = (value: number | undefined) => (value === undefined ? "" : fixed(100 * value, 1));
  const seconds = form.marks.length * readingTime;
  return [
    title(`Short protocol at home: ${series.title}`),
    ...measureMarks([]).map(({ word, text: said }) => mark(word, said)),
    text(
      `${form.marks.length} marks on each side, every second one of the full protocol, about ${seconds} s a limb (assumed ${readingTime} s a reading). Start from the last readings and change what differs.`,
    ),
    tableBlock({
      title: "Marks with the last readings, cm",
      columns: [numbers("mark"), numbers("from first mark"), numbers("left, last"), numbers("right, last")],
      rows: form.marks.map(({ mark: n, position, last: { left, right } }) => [
        String(n),
        fixed(100 * position, 0),
        last(left),
        last(right),
      ]),
    }),
    ...agreementWords(series, form).map(text),
    text("Short and full measurements are never mixed in one file: they cover the limb by other marks."),
  ];
}

/** The short form of a full protocol: which marks, the last readings there, and how far its volume agrees. */
export async function measureHomeCommand(
  { place, json }: MeasureHomeInput,
  { style }: Surroundings,
): Promise<Result<CommandOutput>> {
  const series = readMeasurementFolder(place);
  if (!series.ok) return series;
  const short = protocols.find(({ shortOf }) => shortOf === series.value.protocol.id);
  if (short === undefined) {
    const expected = `a file by ${protocols.flatMap(({ shortOf }) => shortOf ?? []).join(" or ")}, which have a short form`;
    return fail("field/invalid", { file: place, path: "protocol", value: series.value.protocol.id, expected });
  }
  const form = shortForm(series.value);
  if (!json) return ok({ text: pageText(blocksOf(series.value, form), style) });
  const { agreement, marks } = form;
  const text = jsonText({
    format: homeFormat,
    marks: measureMarks([]).map((one) => `${one.word}: ${one.text}`),
    title: series.value.title,
    protocol: short.id,
    readings: marks.map(({ mark: n, position, last: { left, right } }) => ({
      mark: n,
      position: quantity(Number(position.toFixed(9)), "length", "cm"),
      left: left === undefined ? null : quantity(left, "length", "cm"),
      right: right === undefined ? null : quantity(right, "length", "cm"),
    })),
    agreement:
      agreement === undefined
        ? null
        : {
            limbs: agreement.limbs,
            bias: quantity(agreement.bias, "volume", "mL"),
            limits: agreement.limits.map((edge) => quantity(edge, "volume", "mL")),
            share: quantity(agreement.share, "fraction", "%"),
          },
    published: short.agreement ?? null,
    record: runRecord(homeFormat, { series: series.value }),
  });
  return ok({ text });
}
