/** The help panel. */

export const help = {
  title: "What you see",
  parts: [
    [
      "The body",
      "A typical body, front and back. L and R are the sides of the body, not yours as you look at it. Fine green lines are lymph vessels, violet beads are groups of lymph nodes, the gold line is the main duct that leads lymph back to the blood. Hollow dashed beads were removed.",
    ],
    [
      "Moving dots",
      "Lymph. A dot moves as fast as the flow in its vessel over the healthy flow, at most six times, whatever the clock does. The brightening that runs along a vessel stands for its contractions; it is drawn, not computed.",
    ],
    [
      "Blue veil",
      "Fluid above health. A swollen limb is drawn wider by the volume it holds; the dashed line is its healthy contour.",
    ],
    ["Gold dashes", "Detours: links between two areas that are closed in health and carry lymph here."],
    [
      "Hands",
      "Where the session works now, and which way. The dashed ellipse is the next place. The hand keeps its real pace while the clock runs faster.",
    ],
    [
      "With and without",
      "Every session is computed twice: the same body with it and without it. The difference is what the session did.",
    ],
  ],
  keysTitle: "Keys",
  keys: [
    ["Space", "play or pause"],
    ["← →", "move the timeline, when it has the focus; move over the body, when that has it"],
    ["Enter", "keep the numbers of a place in sight, with what can be done there"],
    ["+ − 0", "look at the body from nearer, from farther, as a whole; the wheel and two fingers do the same"],
    ["Ctrl Z", "take the last change back; with Shift, make it again"],
    ["Esc", "let go"],
  ],
  limitsTitle: "What it is not",
  limits:
    "A teaching model, not a measurement and not advice. It knows no person. Many of its numbers are estimates and are marked so. Nothing you open here leaves this browser.",
} as const;
