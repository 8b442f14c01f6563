/** Every word of the clinic's room in English, one file for each part of it. A translation is another set of this shape. */
import { clinic } from "./en-clinic.ts";
import { gate } from "./en-gate.ts";
import { letters } from "./en-letters.ts";
import { measure } from "./en-measure.ts";
import { people } from "./en-people.ts";
import { person } from "./en-person.ts";
import { plan } from "./en-plan.ts";
import { today } from "./en-today.ts";

export const en = {
  locale: "en",
  room: "Clinic",
  name: "OpenLymph",
  wait: "Asking the server …",
  skip: "Skip to the content",
  nav: { label: "Clinic", today: "Today", people: "People", clinic: "Clinic", account: "You" },
  rooms: { studio: "Studio", home: "Home" },
  theme: { label: "Colours", system: "As this device", light: "Light", dark: "Dark" },
  demo: "Demonstration: everybody here is made up.",
  madeUp: "made up",
  draft: "draft",
  arrived: { said: "Something new has arrived.", show: "Show it" },
  form: {
    optional: "(can be left empty)",
    password: "Password",
    passwordHint: "12 characters or more. Anything goes; several words are easiest to keep. Paste it if you like.",
    passwordShort: (n: number) => `${n} of 12 characters so far`,
    showPassword: "Show the password",
    hidePassword: "Hide the password",
    save: "Save",
    cancel: "Cancel",
    back: "Back",
    kept: "Saved.",
    draftKept: "Not saved yet. What you typed stays on this page until it is closed.",
  },
  copy: { copy: "Copy", done: "Copied.", refused: "The browser did not allow copying: select the text instead." },
  problems: {
    "signed-out": "Nobody is signed in any more. Nothing you typed is lost while this page stays open.",
    "half-signed-in": "The second half of the sign-in is missing.",
    confirm: "You signed in a while ago, and this wants to know that it is you. Nothing was changed.",
    forbidden: "This is not yours to do.",
    "not-found": "It is not there, or not for you to see.",
    conflict: "That does not go together with what is already there.",
    invalid: "The server could not take it as it is.",
    "too-often": "That was tried too often.",
    failed: "The server failed. What is saved is safe; nothing was changed.",
    unreachable: "The server does not answer. What you typed stays here; try again when the network is back.",
    unexpected:
      "The server answered something that this page does not understand. Load the page anew; perhaps the server is newer.",
    retryIn: (seconds: number) =>
      seconds < 90 ? `Try again in ${seconds} seconds.` : `Try again in ${Math.ceil(seconds / 60)} minutes.`,
    again: "Try again",
  },
  when: {
    today: (time: string) => `today at ${time}`,
    yesterday: (time: string) => `yesterday at ${time}`,
    sinceToday: (time: string) => `since ${time} today`,
    forDays: (days: number) => (days === 1 ? "since yesterday" : `for ${days} days`),
    never: "not yet",
  },
  limbs: { "arm-left": "Left arm", "arm-right": "Right arm", "leg-left": "Left leg", "leg-right": "Right leg" },
  limbKinds: { arm: "Arm", leg: "Leg" },
  sides: { left: "Left", right: "Right" },
  roles: { owner: "Owner", therapist: "Therapist", assistant: "Assistant" },
  roleAbout: {
    owner: "runs the clinic's accounts and sees everybody in it",
    therapist: "decides: screenings, plans, letters",
    assistant: "measures and prepares; releases nothing",
  },
  idle: {
    title: "Still there?",
    body: (left: string) => `In ${left} this page signs you out, because nothing was done for a while.`,
    stay: "Stay signed in",
  },
  purpose:
    "Records, displays, transmits and plays back what a qualified therapist entered, and does arithmetic on measurements with the formula shown. It examines nobody and decides nothing.",
  gate,
  today,
  people,
  person,
  plan,
  measure,
  letters,
  clinic,
};

export type ClinicWords = typeof en;
