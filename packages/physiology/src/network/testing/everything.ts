/** A network file that uses every part of the format at once, for tests of reading and setting. */
export const everything = `
format: openlymph/network@1
title: Everything a network file can say
about: For tests only.
viscosity: 1.2 cP
valves:
  sigmoid: { law: sigmoid, open: 6e7 Pa.s/m3, closed: 1.2e12 Pa.s/m3, slope: 0.4 /Pa, opening: 2 Pa, prolapse: { slope: 0.5 /Pa, pressure: -1800 Pa } }
  blend: { law: log-blend, open: 1e9 Pa.s/m3, closed: 1e15 Pa.s/m3, opening: 10 Pa, closing: -1 Pa, width: 1.5 Pa, lag: 10 ms, stenosis: 3, incompetence: 40 % }
  still: { law: log-blend, open: 1e9 Pa.s/m3, closed: 1e15 Pa.s/m3, opening: 40 Pa, width: 1.5 Pa }
  rising:
    law: hysteretic
    open: 1e9 Pa.s/m3
    closed: 1e15 Pa.s/m3
    opening: { relaxed: 10 Pa, distended: 60 Pa }
    closing: { relaxed: -10 Pa, distended: -216 Pa }
    fullDistension: 10 mmHg
    width: 1.5 Pa
    lag: 10 ms
  leaflets: { law: mynard, openArea: 0.1 mm2, leakArea: 1e-4 mm2, length: 0.2 mm, openingRate: 2 /Pa/s, closingRate: 1 /Pa/s }
inlets:
  hand: { pressure: 1 mmHg, resistance: 1e12 Pa.s/m3, reflux: 2 % }
outlets:
  vein: { pressure: 5 mmHg }
junctions:
  meeting: { volumePerMmHg: 1 nL }
nodes:
  armpit:
    resistance: 1e12 Pa.s/m3
    absorption: { conductance: 0.4 mL/h/mmHg, capillaryPressure: 9 mmHg, reflection: 0.9, lymphOncotic: 16 mmHg, bloodOncotic: 26.8 mmHg }
    response: { most: 5, halfLoad: 1e6 cfu, riseTime: 2 d, fallTime: 12 d }
tissues:
  forearm:
    volume: 100 mL
    filling: 105 %
    pressure: { law: chapple-1993, restPressure: -0.5 mmHg }
    relaxation: { share: 10 % }
    capillary:
      wall: { conductance: 0.3 mL/h/mmHg, permeability: 0.2 mL/h, glycocalyx: { share: 50 %, oncotic: 3 mmHg } }
      pressure: 20 mmHg
      protein: 72 g/L
      oncotic: nitta
    drain: { resistance: 2e12 Pa.s/m3 }
  palm: { volume: 20 mL, pressure: { law: linear, slope: 12 mmHg } }
solutes:
  protein: { inlets: { hand: 25 g/L }, initial: 20 g/L, tissues: { forearm: 22 g/L }, protein: true, detection: 30 g/L }
  tracer: { injections: [{ at: palm, amount: 50 ug }, { at: radial.1, amount: 1 ug, time: 2 s }], absorbed: 30 %, excluded: 44 %, detection: 1 ug/mL }
  germs: { inlets: { hand: 100 cfu/mL }, nodes: { armpit: { capture: 90 % } } }
vessels:
  radial: { from: hand, to: meeting, lymphangions: 2, length: [10 mm, 12 mm], wall: &wall { law: human-collector, passivePressure: 150 Pa, referenceDiameter: [0.5 mm, 0.45 mm], stiffening: 10, activeTension: 1 N/m, tone: 0.03 N/m, optimalStretch: 1.2, stretchWidth: 0.5, collapse: { support: 4 mmHg } }, valve: blend, rise: -4 cm }
  ulnar: { from: forearm, to: meeting, lymphangions: 2, length: 10 mm, wall: *wall, valve: [rising, still, none] }
  palmar: { from: palm, to: meeting, lymphangions: 2, length: 10 mm, wall: *wall, valve: leaflets, onset: 1 s, initialDiameter: 0.4 mm }
  brachial: { from: meeting, to: armpit, lymphangions: 2, length: 10 mm, wall: *wall, valve: sigmoid }
  subclavian: { from: armpit, to: vein, lymphangions: 2, length: 10 mm, wall: *wall, valve: rising }
posture: { upright: 50 % }
external:
  pressure: 1 mmHg
  massage: { amplitude: 5 mmHg, duration: 3 s, period: 10 s, speed: 2 cm/s, direction: proximal, vessels: [radial] }
  loads:
    - { kind: static, pressure: 20 mmHg, steps: [{ time: 5 s, pressure: 10 mmHg }], from: 1 cm, to: 3 cm, on: [brachial], share: 80 % }
    - { kind: stroke, amplitude: 10 mmHg, to: 4 cm, direction: distal, start: 2 s, end: 30 s }
    - { kind: sleeve, chambers: [{ length: 2 cm, pressure: 40 mmHg }, { length: 2 cm, pressure: 30 mmHg }], inflate: 5 s, stagger: 5 s, pause: 10 s, on: [ulnar, forearm] }
    - { kind: muscle-pump, amplitude: 30 mmHg, frequency: 50 /min, on: [palmar] }
pacing:
  contraction: 5 s
  rest: 40 s
  source: { pacemaker: { frequency: 2 /min, warming: 5 K, seed: 7 } }
  shear: { half: 0.4 Pa }
  adaptation: { time: 90 s }
solver: { tolerance: 1e-6, cycles: 2 }
`;
