import { limbs } from "@openlymph/anatomy";
import { quantity } from "@openlymph/base";
import { type FluidFinding, limbExcessShare, type Rehearsal } from "@openlymph/rehearsal";
import type { History, Plan } from "@openlymph/therapy";
import { percentage, series } from "../output/numbers.ts";
import { boundWords, mainLimb } from "../present/rehearsal.ts";
import { historyMarks, planMarks, sessionMarks } from "../words/review-words.ts";
import { historyJson, planJson } from "./history-json.ts";

const mL = (si: number) => quantity(si, "volume", "mL");

function boundJson(rehearsal: Rehearsal) {
  const { bound } = rehearsal.findings;
  const change = mainLimb(rehearsal.findings)?.difference.at(-1);
  return {
    limb: bound.limb ?? null,
    lymphFlow: quantity(bound.lymphFlow, "flow", "mL/h"),
    duringStrokes: mL(bound.duringStrokes),
    afterwards: mL(bound.afterwards),
    total: mL(bound.total),
    change: change === undefined ? null : mL(change),
    words: boundWords(rehearsal),
  };
}

function fluidJson(found: FluidFinding) {
  return {
    excess: mL(found.excess),
    excessShare: percentage(found.excessShare),
    lymphFlowShare: percentage(found.flowShare),
    withSession: series(found.withSession, "volume", "mL"),
    without: series(found.without, "volume", "mL"),
    difference: series(found.difference, "volume", "mL"),
  };
}

/** The format `openlymph/rehearsal@1` of `rehearse --json`; described in docs/json.md. */
export function rehearsalJson(history: History, plan: Plan, rehearsal: Rehearsal) {
  const { findings, steps, duration, withSession, without, record, index, healthy, buildUp } = rehearsal;
  return {
    format: record.format,
    label: rehearsal.label,
    marks: [...sessionMarks(history, duration), ...historyMarks(history), ...planMarks(plan)].map(
      ({ word, text }) => `${word}: ${text}`,
    ),
    history: historyJson(history),
    plan: planJson(plan),
    session: {
      duration: quantity(duration, "time", "min"),
      largestGain: quantity(findings.largestGain, "fraction", "1"),
      steps: steps.map((step) => ({
        n: step.n,
        start: quantity(step.start, "time", "s"),
        end: quantity(step.end, "time", "s"),
        region: step.region,
        side: step.side,
        stroke: step.stroke,
        direction: step.direction,
        pressure: quantity(step.pressure, "pressure", "mmHg"),
        gain: quantity(step.gain, "fraction", "1"),
        provenance: step.provenance,
      })),
    },
    times: series(findings.times, "time", "h"),
    limbs: findings.limbs.map((limb) => ({
      limb: limb.limb,
      volume: mL(limb.limbVolume),
      ...fluidJson(limb),
    })),
    parts: findings.parts.map((part) => ({
      part: part.part,
      name: part.name,
      volume: mL(part.volume),
      ...fluidJson(part),
    })),
    bound: boundJson(rehearsal),
    territories: findings.territories.map(({ territory, name, excess, difference }) => ({
      territory,
      name,
      excess: mL(excess),
      difference: series(difference, "volume", "mL"),
    })),
    routes: findings.routes.map(({ anastomosis, name, from, to, flow, withSession: carried, without: rest }) => ({
      anastomosis,
      name,
      from,
      to,
      flow: quantity(flow, "flow", "mL/h"),
      withSession: mL(carried),
      without: mL(rest),
    })),
    watersheds: findings.watersheds.map(({ watershed, name, tissue, anastomoses }) => ({
      watershed,
      name,
      tissue: { withSession: mL(tissue.withSession), without: mL(tissue.without) },
      anastomoses: { withSession: mL(anastomoses.withSession), without: mL(anastomoses.without) },
    })),
    nodes: findings.nodes.map((node) => ({
      node: node.node,
      name: node.name,
      removed: percentage(node.removed),
      pressure: quantity(node.pressure, "pressure", "mmHg"),
      healthyPressure: quantity(node.healthyPressure, "pressure", "mmHg"),
      load: quantity(node.load, "fraction", "1"),
      peakLoad: quantity(node.peakLoad, "fraction", "1"),
    })),
    venousAngles: findings.venousAngles.map(({ outlet, name, withSession: arrived, without: rest }) => ({
      outlet,
      name,
      withSession: mL(arrived),
      without: mL(rest),
    })),
    buildUp: {
      time: series(
        buildUp.map(({ time }) => time),
        "time",
        "d",
      ),
      excessShare: Object.fromEntries(
        limbs.map((limb) => [
          limb,
          series(
            buildUp.map((state) => limbExcessShare(index, healthy, state, limb)),
            "fraction",
            "%",
          ),
        ]),
      ),
    },
    warnings: findings.warnings,
    notes: findings.notes,
    balance: {
      fluidError: quantity(Math.max(withSession.balance.fluidError, without.balance.fluidError), "fraction", "1"),
      proteinError: quantity(Math.max(withSession.balance.proteinError, without.balance.proteinError), "fraction", "1"),
    },
    record,
  };
}
