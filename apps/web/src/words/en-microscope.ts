/** The microscope. */

export const microscope = {
  open: "Microscope",
  openOne: "Look into it",
  title: "One collector, valve by valve",
  about: "A typical human limb collector; parameters assumed within measured ranges.",
  aboutOne: (name: string) => `${name}: shown by a typical limb collector, parameters assumed within measured ranges.`,
  loading: "Computing one cycle …",
  kept: "The cycle before it is still shown.",
  close: "Close the microscope",
  reset: "All as usual",
  play: "Play the cycle",
  pause: "Pause the cycle",
  moment: "Moment in the cycle",
  picture: "Five lymphangions in a row with six valves; lymph runs from left to right.",
  from: "from the tissue",
  to: "toward the nodes",
  speed: (times: string) => `${times} × as fast as life`,
  runsBack: (flow: string) => `Lymph runs back, ${flow} mL/h: the valves hold too little.`,
  moves: (flow: string, ejected: string) =>
    `Moves ${flow} mL/h; the middle lymphangion ejects ${ejected} % of what it holds.`,
  pressure: "Pressure, middle",
  diameter: "Diameter, middle",
  flow: "Flow, its valve",
  trace: (name: string, low: string, high: string, unit: string) => `${name} over one cycle: ${low} to ${high} ${unit}`,
  pump: "Pump curve",
  pumpAlt: (flow: string, afterload: number) =>
    `Mean flow falls as the afterload grows; now ${flow} mL/h at ${afterload} mmHg.`,
  pumpAxes: "mL/h over afterload, mmHg; the dot is now",
  settings: {
    frequency: { label: "Contractions", value: (value: number) => `${value} / min` },
    tension: { label: "Strength of the muscle", value: (value: number) => `${Math.round(100 * value)} %` },
    filling: { label: "Filling pressure", value: (value: number) => `${value} mmHg` },
    afterload: { label: "Afterload", value: (value: number) => `${value} mmHg` },
    leak: { label: "Leak of the valves", value: (value: number) => `${Math.round(100 * value)} %` },
    external: { label: "Pressure from outside", value: (value: number) => `${value} mmHg` },
  },
  honest:
    "Teaching model, computed in your browser: the mathematics of docs/theory with the settings above. No measured vessel.",
} as const;
