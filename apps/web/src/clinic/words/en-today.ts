const one = (n: number, singular: string, plural: string): string => `${n} ${n === 1 ? singular : plural}`;

/** Who needs something and why. */
export const today = {
  title: "Today",
  lead: (items: number, people: number) => `${one(items, "thing", "things")} with ${one(people, "person", "people")}`,
  again: "Look again",
  urgency: { now: "Now", soon: "Today", look: "When there is time" },
  urgencyAbout: {
    now: "before anything else",
    soon: "in the course of the day",
    look: "nothing waits for it",
  },
  empty: "Nobody needs anything",
  emptyBody:
    "Nothing that the list looks for has come up. What comes from phones is looked at whenever this page is opened.",
  noPeople: "First, a person",
  noPeopleBody:
    "Add somebody you look after: a name is enough to begin. Screening, measurements and a plan come after.",
  open: (name: string) => `Open ${name}`,
  rules: {
    "check-locked": "A check before a session found a reason to wait. Sessions are locked until somebody clears it.",
    unwell: "A session was ended because the person felt unwell.",
    device: "The phone's record is not whole, or something of it was refused.",
    worse: "A rating after the last session is well above the usual of the five before.",
    "no-plan": "A phone has joined and no plan is released for it.",
    quiet: "A plan is released and no session was begun for a while.",
    "no-screening": "Nobody has screened this person.",
    unreleased: "A version of the plan is newer than the one released.",
  },
  facts: {
    locked: (reasons: string) => `Answered yes to: ${reasons}`,
    why: (why: string) => `In their words: ${why}`,
    trouble: {
      gap: "Something the phone wrote before is missing here.",
      fork: "Two different stories come from the same phone.",
      "device-behind": "The phone knows less than it once sent.",
      refused: "The server could not take something the phone sent.",
    },
    refused: (n: number) => one(n, "entry was refused", "entries were refused"),
    symptom: (symptom: string, value: number, usual: number) => `${symptom}: ${value}, usually ${usual} (of 10)`,
    symptoms: { pain: "Pain", heaviness: "Heaviness" },
    days: (days: number) => `No session for ${one(days, "day", "days")}`,
    version: (title: string, by: string) => `${title}, by ${by}`,
  },
  handle: "Mark as handled",
  handled: "Handled.",
  outcome: "What was done",
  outcomes: {
    seen: "Seen the person",
    called: "Called the person",
    "changed-plan": "Changed the plan",
    referred: "Referred",
    "no-action": "Looked at; nothing to do",
  },
  note: "A note",
  clear: "Clear the check",
  clearLead:
    "This is not handled away: only a clearance unlocks sessions. It is written into the record with your name, and the person is asked the questions again.",
  clearWho: "Who says that sessions may go on?",
  clearWhoHint: "Name and profession, and how you know: Dr. Example, by phone today",
  clearGo: "Unlock sessions",
  cleared: "Cleared. The questions are asked again before the next session.",
  replay: {
    title: "What the list said before",
    lead: "Day by day, computed again from what had arrived by then, by the same rules as today's list.",
    day: "Day",
    before: "The day before",
    after: "The day after",
    on: (day: string) => `On the list on ${day}`,
    nothing: (day: string) => `Nothing was on the list on ${day}.`,
    came: (time: string) => `came up at ${time}`,
    since: (when: string) => `since ${when}`,
    went: (time: string, how: string) => `Off the list at ${time}: ${how}`,
    stands: "still on the list",
    noLonger: "no longer so",
    cleared: (who: string) => `cleared by ${who}`,
    endedBy: (what: string, name: string) => `${what} (${name})`,
    all: "Everything that was on the list",
    heads: ["What", "Came up", "Went", "How it ended"],
    honest: (days: number) =>
      `The last ${days} days. Times are when something arrived here. What of a phone was refused or missing is known for today alone and not replayed.`,
  },
  how: "How this list comes about",
  howLead:
    "Every line comes from one of these rules, computed from the record each time. Nothing is weighed or guessed.",
  howRules: (worse: number, days: number) =>
    [
      ["check-locked", "Now", "A daily check locked sessions and nobody has cleared it."],
      ["unwell", "Now", "A session was ended with “I feel unwell”."],
      ["device", "Today", "A phone's record has a gap or a fork, or something of it was refused."],
      [
        "worse",
        "Today",
        `Pain or heaviness after the last session is ${worse} or more above the median of the five before.`,
      ],
      ["no-plan", "Today", "A phone has joined and no plan is released."],
      [
        "quiet",
        "When there is time",
        `A plan is released, a phone has joined, and no session was begun for ${days} days.`,
      ],
      ["no-screening", "When there is time", "Nobody has screened the person."],
      ["unreleased", "When there is time", "A version of the plan is newer than the one released."],
    ] as const,
  howHeads: ["Rule", "Urgency", "Comes up when"],
  howAssumed: (worse: number, days: number) =>
    `The thresholds ${worse} and ${days} days are assumed, not from a study. A line says that something was entered, not what it means.`,
  howNotLive:
    "Alerts are not watched live. Nobody is called when something comes up; phones say so, too, and name the emergency number.",
};
