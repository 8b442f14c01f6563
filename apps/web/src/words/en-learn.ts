/** The guided stories. */

export const learn = {
  title: "Learn: five short stories",
  back: "Back",
  next: "Next",
  end: "End",
  close: "Close the story",
  sources: {
    open: "Sources",
    title: "What this rests on",
    loading: "Reading the sources …",
    draft: "(draft: no named professional has reviewed this)",
    textbook:
      "Vessels, valves and ways: textbook; every vessel and node group names its own sources when you press it.",
    vessel:
      "The vessel is computed with published laws of wall and valve; docs/model.md lists them with their sources.",
    assumedStrength: "How strong the vessels of either body are: assumed.",
    model:
      "What the body does: computed by the teaching model, whose laws, numbers and sources stand in docs/model.md.",
    hand: "The hand's effect was computed on that vessel; docs/studies.md. Nobody has measured it in people.",
    taught: "Order as it is taught: the published self-drainage texts of the plans, each with its source in the plan.",
    tissue: "Fluid pushed through the tissue by hands: no measurement was found in any source read.",
  },
  stories: {
    home: {
      title: "How lymph gets home",
      parts: [
        "In every tissue a little fluid leaves the blood. What does not go straight back becomes lymph, and the green lines carry it.",
        "A lymph vessel is a chain of small pumps. Each squeezes in turn; the valves between them let lymph go one way only.",
        "Let the valves leak: the vessel squeezes as before, but lymph runs back down the pressure.",
        "All ways end at the base of the neck, where lymph joins the blood in the angle between two large veins.",
      ],
    },
    nodes: {
      title: "What a removed node does, and why many arms never swell",
      parts: [
        "Two years ago the nodes of the left armpit were taken out and the place was irradiated. This body was given strong vessels.",
        "They pump against the narrow way and through detours, in gold: the arm holds little more than in health. Many arms never swell.",
        "The same operation, but these vessels lost half of their strength: over months the arm fills.",
        "Which body is which cannot be seen beforehand. Both strengths are assumed here; nobody can measure them in you.",
      ],
    },
    light: {
      title: "Why light and slow",
      parts: [
        "This vessel fills at 2 mmHg and lifts lymph to 7 mmHg. Those are small pressures.",
        "Lean on it with 10 mmHg and stay there: it can hardly fill, and hardly anything moves.",
        "Let go, and it fills again. That is why a stroke has a resting phase, and why it is slow.",
        "A hand that presses and lets go raises the flow under it two- to threefold in this model; above 20 to 40 mmHg little is added. That was computed, not measured in people.",
      ],
    },
    order: {
      title: "What is taught about order, and what is known",
      parts: [
        "The schools begin at the neck, then open the exits, then the trunk, and do the limb last, from its root to its tip. The plan check holds a plan against that, and says each time what a rule rests on.",
        "Watch the hand: the place nearest the exit is worked first, so that what comes later finds room. That is the reason given.",
        "Nobody has measured what the order does in people. In this model the arm holds the same a day later in whatever order the steps are done.",
      ],
    },
    session: {
      title: "What one session moves",
      parts: [
        "On the right stands what this arm holds above health before the session.",
        "Almost a day later it holds a fraction of a millilitre less than without the session: what the lymph vessels alone carry in this model.",
        "How much fluid hands push through the tissue itself has not been measured. So nobody can say how much a session moves, nor how long it lasts.",
        "Compression does most of the work. In careful trials drainage by hand on top of it changed the size of the arm little or not at all.",
      ],
    },
  },
} as const;
