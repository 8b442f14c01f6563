import type { PlanFinding } from "../../plan/finding.ts";
import { type CheckContext, type CheckedStep, isBreathing } from "../check-context.ts";
import { finding, repair } from "../make-finding.ts";

/** A place to be left out, and why. */
interface LeftOut {
  readonly label: string;
  readonly territories: ReadonlySet<string>;
  readonly nodes: ReadonlySet<string>;
  /** Nobody said where it is. */
  readonly located: boolean;
}

const labels = { infection: "the infection", injury: "the wound" } as const;

function leftOut({ avoided = [], history }: CheckContext): readonly LeftOut[] {
  const running = (history?.events ?? []).flatMap((event) => {
    const now = event.start <= 0 && event.end > 0;
    if (!now || (event.kind !== "infection" && event.kind !== "injury")) return [];
    const territories = new Set(event.scope.territories);
    return [{ label: labels[event.kind], territories, nodes: new Set<string>(), located: true }];
  });
  const screened = avoided.map(({ label, territories, nodes, located }) => ({
    label,
    territories: new Set(territories),
    nodes: new Set(nodes),
    located,
  }));
  return [...running, ...screened];
}

/** Breathing moves the cistern and the duct from within: no hand lies on them. */
function touches(checked: CheckedStep, { territories, nodes }: LeftOut): boolean {
  const { resolved } = checked;
  if (resolved.territories.some((id) => territories.has(id))) return true;
  return !isBreathing(checked) && resolved.nodes.some((id) => nodes.has(id));
}

function pointsAt(checked: CheckedStep, { territories, nodes }: LeftOut): boolean {
  const { toward } = checked.resolved;
  if (isBreathing(checked)) return false;
  return toward.territories.some((id) => territories.has(id)) || toward.nodes.some((id) => nodes.has(id));
}

/** Steps that lie on, or point to, a place that the screening, or an infection or a wound at the time of the session, leaves out. */
export function avoidedRegion(context: CheckContext): readonly PlanFinding[] {
  const places = leftOut(context);
  return context.steps.flatMap((checked) => {
    const on = places.filter((place) => touches(checked, place));
    const to = places.filter((place) => !on.includes(place) && pointsAt(checked, place));
    if (on.length + to.length === 0) return [];
    const names = (found: readonly LeftOut[]) => found.map(({ label }) => label).join(", ");
    const words = [
      on.length > 0 ? `Lies on or beside ${names(on)}.` : "",
      to.length > 0 ? `Points to ${names(to)}.` : "",
      "This place is to be left out.",
    ];
    return finding(
      "avoided-region",
      "error",
      checked,
      words.filter(Boolean).join(" "),
      repair(
        "Leave this step out.",
        context.plan.steps.filter((step) => step !== checked.step),
      ),
    );
  });
}

/** Labels of places that are left out but were not located: no step can be compared with them. */
export function unlocatedPlaces(context: CheckContext): readonly string[] {
  return leftOut(context).flatMap(({ located, label }) => (located ? [] : [label]));
}
