/** What Home says about a clinic, in English. Fetched only where a clinic is spoken of. */
const one = (n: number, singular: string, plural: string): string => `${n} ${n === 1 ? singular : plural}`;

export const clinicEn = {
  roles: { owner: "head of the clinic", therapist: "therapist", assistant: "assistant" },
  join: {
    title: "Connect with your clinic",
    asks: "You have opened a link that a clinic made for one person. Which clinic it is, and for whom, is said after joining. Nothing is sent before you have answered that it is for you.",
    sees: "What your clinic will see",
    seesList: (entries: number) => [
      "your checks, your sessions stroke by stroke, your ratings and notes, your measurements",
      "plans you put on this phone, your settings, and what stands on your emergency card",
      entries === 0
        ? "from now on; nothing has been written on this phone so far"
        : `from now on, and ${one(entries, "entry that is", "entries that are")} on this phone already`,
    ],
    sends: "What it can send you",
    sendsList: ["your plan", "its word that you may go on after a check has stopped you", "how to reach it"],
    watch: "It is not read at once, and nobody watches over you. If you feel ill, call.",
    yes: "Join",
    no: "Not now",
    joining: "Joining …",
    installed:
      "Do you use OpenLymph from the home screen of this phone? Some phones keep that apart from the browser. Then open it there and paste the link under Me.",
    failures: {
      "no-network": "The clinic cannot be reached just now. The link is still good: try again when there is a network.",
      used: "This link was used already, or it is too old: it counts once, for seven days. Ask your clinic for a new one.",
      conflict:
        "This phone already belongs to another person's record. Nothing was changed, and the link is still good. Another person needs a phone or a browser of their own.",
      "no-clinic": "There is no clinic at this address.",
      "too-often": "This was tried too often. Wait a minute, then try again.",
      server: "The clinic's server failed. Try again a little later.",
      refused: "The clinic's server does not accept this. Ask your clinic for a new link.",
    },
    already: (clinic: string) => `This phone is connected with ${clinic} already.`,
    alreadyWhat:
      "The link was not used and nothing was changed. To join another clinic, leave this one first, under Me.",
    toToday: "To Today",
    toMe: "To Me",
    paste: "Link from your clinic",
    pasteHint: "Copy it from the message of your clinic. It begins with https and holds #join=.",
    pasted: "Use this link",
    notALink: "This is not a link of a clinic. It holds #join= and many letters after it.",
    elsewhere: (host: string) => `This link belongs to ${host}. Open it in your browser: Home is at that address then.`,
  },
  who: {
    title: (clinic: string) => `You are connected with ${clinic}`,
    ask: (name: string) => `It is meant for ${name}. Is that you?`,
    noName: "The clinic has not written down a name yet. Is it your clinic?",
    yes: "Yes, that is me",
    no: "No, that is not me",
    waits: "Nothing has been sent yet.",
    notMe: "The clinic has been left, and nothing was sent. Ask your clinic for your own link.",
    offline: "This needs a network. Nothing is sent until you have answered.",
  },
  line: {
    here: "Saved on this phone",
    there: "Saved on this phone and at your clinic",
    waiting: (n: number, since: string) => `${one(n, "entry waits", "entries wait")} for the clinic since ${since}`,
    asked: "Your clinic waits for your answer: is it you?",
    answer: "Answer",
    signedOff: "The clinic no longer knows this phone. Your entries stay here. Ask for a new link.",
    refused: (n: number) => `${one(n, "entry was", "entries were")} not accepted by the clinic.`,
    doubt: "Phone and clinic do not agree on what has been sent.",
    look: "Look",
    noPlan: "Your clinic has not released a plan yet. It will appear here by itself.",
  },
  plan: {
    by: (name: string, role: string, when: string) => `Released by ${name}, ${role}, ${when}`,
    note: "From your clinic",
    withdrawn: (name: string, when: string, why: string) =>
      `${name} has taken your plan back, ${when}: ${why}. Ask your clinic before you go on.`,
  },
  cleared: (who: string, by: string, when: string) =>
    `${who} says that you may go on (written down by ${by}, ${when}). The questions are asked again.`,
  stopped: {
    sent: "Your clinic has received this check. It may not be read for hours: do not wait for it, call.",
    waits: "Your clinic has not received this check yet. Call.",
  },
  ring: {
    what: (clinic: string) =>
      `Or let this phone ring by itself: ${clinic} sends the reminder through the service of your browser's maker. That service learns that a message comes from your clinic, and when; what it says it cannot read.`,
    begin: (time: string) => `Ring this phone at ${time}`,
    change: (time: string) => `Ring at ${time} instead`,
    holds: (time: string) =>
      `This phone rings every day at ${time}, unless a session of that day has reached your clinic.`,
    end: "No longer ring this phone",
    text: "Time for your session. Tap to open it.",
    cannot:
      "Your clinic could ring this phone, but this browser does not let it. On an iPhone, put OpenLymph on the home screen first and open it there.",
    failures: {
      "no-network": "The clinic cannot be reached just now. Try again when there is a network.",
      blocked:
        "Notices are switched off for OpenLymph in the settings of this phone or browser. The calendar works all the same.",
      "no-service": "This browser cannot be rung just now. The calendar works all the same.",
      refused:
        "The clinic's server does not know the service of this browser's maker. The calendar works all the same.",
      "end-offline": "The clinic cannot be reached, so it goes on ringing for now. Try again when there is a network.",
    },
  },
  me: {
    title: "Clinic",
    none: "This phone is not connected with a clinic. Nothing leaves it.",
    connect: "Connect with my clinic",
    connected: (clinic: string, since: string) => `Connected with ${clinic} since ${since}`,
    name: (name: string) => `Your name there: ${name}`,
    reach: (contact: string) => `To reach it: ${contact}`,
    heard: (when: string) => `Last heard from it ${when}`,
    notHeard: "Not heard from it yet",
    all: "Everything on this phone is at the clinic",
    strange: (n: number) =>
      `${one(n, "entry comes", "entries come")} from a file of another phone and cannot be sent from this one. Give the file to your clinic.`,
    refused: "Not accepted by the clinic. It stays on this phone:",
    refusals: {
      unreadable: "it could not be read",
      altered: "it is not what was written",
      unknown: "the clinic's program does not know this kind of entry",
      invalid: "a value is not allowed",
      "other-person": "it belongs to another person's record",
      taken: "another entry has its number",
      fork: "this phone's list of entries is not the one the clinic has",
    },
    kinds: {
      plan: "Plan",
      check: "Check",
      session: "Session",
      measurement: "Measurement",
      setting: "Setting",
      other: "Entry",
    },
    more: (n: number) => `and ${n} more`,
    failures: {
      "no-network": "The clinic cannot be reached just now. It is tried again by itself.",
      server: "The clinic's server fails just now. It is tried again by itself.",
      refused: "The clinic's server does not accept what this phone sends.",
      "too-often": "The clinic's server asks to wait. It is tried again by itself.",
      "not-understood":
        "What the clinic sent cannot be trusted or not be read; nothing of it was kept. A newer version of this app may help: close it and open it again.",
      gap: "The clinic's server waits for earlier entries.",
      store: "The phone cannot write down what the clinic answered. It is tried again.",
    },
    now: "Try now",
    signedOff: (clinic: string) =>
      `${clinic} no longer knows this phone: it was taken off there, or too long unused. All entries stay here and go on their way once you join again by a new link for you. Ask your clinic for one.`,
    left: (clinic: string) => `You have left ${clinic}. What you write stays on this phone.`,
    disagreements: {
      fork: (at: number) =>
        `The clinic has another entry number ${at} from this phone. That happens when a phone was copied, or set back to an earlier state. New entries are not accepted.`,
      "device-behind": (to: number) =>
        `The clinic has entries up to number ${to} from this phone, and the phone has fewer: it was set back to an earlier state. New entries are not accepted.`,
      "server-behind": (from: number) =>
        `The clinic's server had lost entries from number ${from} on; it was probably set back. They were sent again from this phone.`,
      gap: (from: number) =>
        `The clinic's server asks for entry number ${from}, which this phone no longer has. Later entries wait.`,
    },
    tellClinic: "Tell your clinic.",
    seen: "I have read this",
    anew: "Begin a new list on this phone",
    anewWhat:
      "What was written stays on this phone. New entries go into a new list, and you need a new link from your clinic.",
    leave: "Leave the clinic",
    leaveAsk: (clinic: string) => `Leave ${clinic}?`,
    leaveWhat:
      "It gets nothing more from this phone. What it has, it keeps; ask it to erase that. The plan stays on this phone.",
    unsent: (n: number) => `${one(n, "entry has", "entries have")} not reached the clinic.`,
    saveFirst: "Save them as a file first",
    although: (n: number) => `Leave although ${one(n, "entry has", "entries have")} not been sent`,
    leaveNow: "Leave now",
    stay: "Stay",
    leaveOffline: "The clinic cannot be reached, so it cannot be left just now. Nothing was changed.",
    nothingToSave: "Everything is at your clinic. It can give you a copy of all of it.",
    about: (clinic: string) =>
      `Plays back and records a plan that a therapist wrote. It does not examine, advise or treat. What you enter goes to ${clinic} and nowhere else. Nobody watches it while you enter it.`,
    card: (clinic: string) =>
      `What you choose stands on the card and in its code, readable by anyone who sees it. What you write here goes to ${clinic} too.`,
  },
};

export type ClinicWords = typeof clinicEn;
