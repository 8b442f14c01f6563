/** A person's record on paper: what they and their clinic wrote, in the order in which it arrived. */
import { createRequire } from "node:module";
import { programVersion } from "@openlymph/base";
import { foldRecord, strokesDone } from "@openlymph/record";
import { parsePlan, stepPlaceWords, strokesById } from "@openlymph/therapy";
import pdfmake from "pdfmake";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { StoredOperation } from "./operations.ts";

const fontFolder = "@expo-google-fonts/atkinson-hyperlegible-next";
const { resolve } = createRequire(import.meta.url);
const font = (name: string): string => resolve(`${fontFolder}/${name}/AtkinsonHyperlegibleNext_${name}.ttf`);
const fonts = {
  Atkinson: {
    normal: font("400Regular"),
    bold: font("600SemiBold"),
    italics: font("400Regular_Italic"),
    bolditalics: font("600SemiBold"),
  },
};

const day = (at: string): string => at.slice(0, 16).replace("T", " ");
const centimetres = (lengths: readonly number[]): string => lengths.map((each) => (100 * each).toFixed(1)).join("  ");

function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths?: readonly (string | number)[],
): Content {
  if (rows.length === 0) return { text: "None.", color: "#5C6970" };
  const cells = head.map((text) => ({ text, bold: true }));
  return {
    table: {
      headerRows: 1,
      widths: [...(widths ?? head.map(() => "*"))],
      body: [cells, ...rows.map((row) => [...row])],
    },
    layout: "lightHorizontalLines",
    fontSize: 9,
  };
}

const heading = (text: string): Content => ({
  text,
  headlineLevel: 1,
  fontSize: 13,
  bold: true,
  margin: [0, 16, 0, 6],
});
/** A text as it was written, long ones included. */
const asWritten = (text: string): Content => ({
  text,
  fontSize: 8.5,
  preserveLeadingSpaces: true,
  margin: [0, 2, 0, 6],
});

/** The steps of a plan in words; its text where this program cannot read it. */
function planContent(text: string): Content {
  const read = parsePlan(text, "plan");
  if (!read.ok) return asWritten(text);
  const plan = read.value;
  const rows = plan.steps.map((step, n) => {
    const place = stepPlaceWords(step.region, step.side);
    const toward = stepPlaceWords(step.toward, step.towardSide);
    const often =
      (step.positions ?? 1) === 1 ? `${step.repetitions}` : `${step.repetitions} at ${step.positions} places`;
    return [`${n + 1}`, place, toward, strokesById.get(step.stroke)?.name ?? step.stroke, often];
  });
  return table(["", "Where", "Toward", "Stroke", "Times"], rows, [16, "*", "*", "*", 70]);
}

function contentOf(operations: readonly StoredOperation[], of: string, now: number): Content[] {
  const record = foldRecord(operations, of);
  const { person, history, screenings, releases, notes, letters, sessions, checks, measurements, clearances } = record;
  const facts = [
    ["Name", person?.name],
    ["Born", person?.born],
    ["Limbs", person?.limbs.join(", ")],
    ["Stage", person?.stage],
    ["Diagnosis", person?.diagnosis],
    ["Doctor", person?.doctor],
    ["Telephone", person?.phone],
    ["E-mail", person?.email],
  ].flatMap(([name = "", value]) => (value === undefined || value === "" ? [] : [[name, value]]));
  return [
    { text: person?.name ?? "Record", fontSize: 20, bold: true },
    {
      text: `Everything recorded, as of ${day(new Date(now).toISOString())} UTC. OpenLymph ${programVersion}.`,
      color: "#5C6970",
    },
    ...(person?.synthetic ? [{ text: "A made-up person, to try or to show.", bold: true, color: "#9A5B00" }] : []),
    heading("Person"),
    table(["", ""], facts, [90, "*"]),
    heading("History"),
    history === undefined ? { text: "None." } : asWritten(history.text),
    heading("Screenings"),
    table(
      ["When", "By", "Came to", "Rules set off"],
      screenings.map(({ at, by, action, reasons, override }) => {
        const lifted = override === undefined ? "" : ` (overridden: ${override.why})`;
        return [day(at), by.name, `${action}${lifted}`, reasons.join(", ")];
      }),
    ),
    heading("Plans released"),
    ...releases.flatMap(({ at, by, title, text }) => [
      { text: `${day(at)}, ${title}, by ${by.name}`, bold: true },
      planContent(text),
    ]),
    heading("Daily checks"),
    table(
      ["When", "Came to", "Stopped", "Reasons"],
      checks.map(({ at, action, locks, reasons }) => [day(at), action, locks ? "yes" : "no", reasons.join(", ")]),
    ),
    ...clearances.map(({ at, who }): Content => ({ text: `${day(at)}: cleared by ${who}`, fontSize: 9 })),
    heading("Sessions"),
    table(
      ["Begun", "Ended", "Strokes", "Heaviness, pain, tightness (0 to 10)", "Note"],
      sessions.map((session) => {
        const { begunAt, ended, strokes, rated } = session;
        const done = ended?.strokes ?? strokesDone(session);
        const ratings = rated === undefined ? "" : `${rated.heaviness}, ${rated.pain}, ${rated.tightness}`;
        return [day(begunAt), ended?.how ?? "open", `${done} of ${strokes}`, ratings, rated?.note ?? ""];
      }),
    ),
    heading("Measurements by tape"),
    table(
      ["When", "Protocol", "Left, cm", "Right, cm"],
      measurements.map(({ at, on, protocol, left, right }) => [
        on ?? day(at),
        protocol,
        centimetres(left),
        centimetres(right),
      ]),
      [70, 70, "*", "*"],
    ),
    heading("Notes and letters"),
    ...notes.flatMap(({ at, by, text }) => [{ text: `${day(at)}, ${by.name}`, bold: true }, asWritten(text)]),
    ...letters.flatMap(({ at, by, to, text }) => [
      { text: `${day(at)}, ${by.name} to ${to}`, bold: true },
      asWritten(text),
    ]),
  ];
}

/** The record of a person (their id) as a PDF on A4. No file and no address is opened for it but the fonts. */
export async function exportPdf(operations: readonly StoredOperation[], of: string, now: number): Promise<Buffer> {
  const files = new Set<string>(Object.values(fonts.Atkinson));
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => files.has(file));
  const definition: TDocumentDefinitions = {
    pageSize: "A4",
    pageMargins: [48, 48, 48, 56],
    info: { title: "Record", creator: `OpenLymph ${programVersion}` },
    defaultStyle: { font: "Atkinson", fontSize: 10.5, lineHeight: 1.25, color: "#1F2A30" },
    content: contentOf(operations, of, now),
    // A heading does not stand alone at the foot of a page.
    pageBreakBefore: (node, nodes) => node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    footer: (page, pages) => ({ text: `${page} of ${pages}`, alignment: "center", fontSize: 8, color: "#5C6970" }),
  };
  return pdfmake.createPdf(definition).getBuffer();
}
