/**
 * Every word the studio shows, in one language, one file for each part of it. A translation is another set of this shape.
 * What comes from the data (names of vessels, regions, strokes) is translated there.
 */
import { body, examine, facts } from "./words/en-body.ts";
import { happens, timeline } from "./words/en-happens.ts";
import { help } from "./words/en-help.ts";
import { history } from "./words/en-history.ts";
import { learn } from "./words/en-learn.ts";
import { microscope } from "./words/en-microscope.ts";
import { plan, strokes } from "./words/en-plan.ts";
import { one } from "./words/one.ts";

export const words = {
  locale: "en",
  name: "OpenLymph",
  units: {
    seconds: (_: number) => "s",
    minutes: (_: number) => "min",
    hours: (_: number) => "h",
    days: one("day", "days"),
    weeks: one("week", "weeks"),
    years: one("year", "years"),
  },
  header: {
    room: "Studio",
    home: "Home",
    clinic: "Clinic",
    theme: "Colours",
    themes: { system: "As this device", light: "Light", dark: "Dark" },
    help: "Help",
    close: "Close",
    skip: "Skip to the body",
  },
  offline: "No network. Everything here goes on working.",
  help,
  hint: {
    label: "First steps",
    of: (n: number, all: number) => `${n} of ${all}`,
    next: "Next",
    close: "Close the hint",
    steps: [
      "Watch: the nodes of an armpit were removed, and over months this arm swells.",
      "Then a session is played. The hand shows where it works and which way.",
      "Compare with and without the session, or choose another history and plan.",
    ],
  },
  history,
  plan,
  strokes,
  files: { own: (title: string) => `Your file: ${title}` },
  body,
  examine,
  facts,
  stop: {
    word: "Stop",
    notPlayed: "Not played: this session must not be done.",
    calculation: "The numbers below are a calculation, never something to do.",
    withOff: "With the session: not shown, because this session must not be done",
  },
  happens,
  timeline,
  learn,
  microscope,
  work: {
    brokenLink: "The link was cut or changed on its way: what it held cannot be opened. Ask for it once more.",
    otherProgram: (written: string, here: string) =>
      `Made with ${written === "" ? "an earlier version" : `version ${written}`} of OpenLymph, computed here with ${here}: numbers may differ.`,
  },
  sheets: { label: "Panels", history: "History", plan: "Plan", happens: "What happens" },
} as const;
