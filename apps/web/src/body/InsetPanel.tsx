import { anatomy } from "@openlymph/anatomy";
import type { Rehearsal } from "@openlymph/rehearsal";
import { X } from "lucide-react";
import { useEffect, useState } from "react";
import type { Clock } from "../clock/clock.ts";
import { timeAt } from "../clock/timeline.ts";
import { useClock } from "../clock/use-clock.ts";
import { percentText } from "../format/numbers.ts";
import { useTheme } from "../theme/theme.ts";
import { Button } from "../ui/Button.tsx";
import { words } from "../words.ts";
import type { DrawnInset } from "./figure.worker.ts";
import { figureWorker } from "./figure-worker.ts";
import styles from "./InsetPanel.module.css";
import { type InsetName, soleSide } from "./inset-names.ts";
import { momentAt, type RunName, removedNodes, veilAt } from "./moment.ts";
import { nodeName } from "./things.ts";

const told = words.body.look;

/** How finely the drawing follows the clock. */
const grain = 40;

export interface InsetPanelProps {
  readonly inset: InsetName;
  readonly rehearsal: Rehearsal | undefined;
  readonly run: RunName;
  readonly clock: Clock;
  readonly onClose: () => void;
}

/** Where the lymph of the sole goes. */
function SoleDrains({ side }: { readonly side: "L" | "R" }) {
  return ["footPlantar", "heelLateral"].map((id) => {
    const territory = anatomy.byId.territories.get(`${id}_${side}`);
    const ways = territory?.drainage.map(({ to, fraction }) => told.drainsTo(nodeName(to), percentText(fraction)));
    return (
      <div key={id}>
        <dt>{territory?.name}</dt>
        <dd>{ways?.join(", ")}</dd>
      </div>
    );
  });
}

/** The node groups of a place pushed apart, with the vessels between them, and what their letters mean. */
export function InsetPanel({ inset, rehearsal, run, clock, onClose }: InsetPanelProps) {
  const theme = useTheme();
  const time = useClock(clock, (at) => timeAt(clock.timeline, Math.round(at.place * grain) / grain));
  const [drawn, setDrawn] = useState<DrawnInset>();
  useEffect(() => {
    let alive = true;
    const veil = rehearsal === undefined ? {} : veilAt(rehearsal, momentAt(rehearsal, run, time));
    figureWorker.inset(inset, { theme, removed: removedNodes(rehearsal), veil, prefix: "inset" }).then(
      (found) => {
        if (alive) setDrawn(found);
      },
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [inset, theme, rehearsal, run, time]);
  if (drawn === undefined) return null;
  const sole = soleSide(inset);
  return (
    <aside className={styles["inset"]} aria-label={told.insets[inset]} data-testid="inset">
      <div className={styles["head"]}>
        <h2>{told.insets[inset]}</h2>
        <Button label={words.header.close} round onPress={onClose}>
          <X aria-hidden="true" size={20} />
        </Button>
      </div>
      <img
        src={`data:image/svg+xml,${encodeURIComponent(drawn.svg)}`}
        alt={sole === undefined ? told.insetAlt : told.soleAlt}
      />
      <dl className={styles["letters"]}>
        {sole === undefined ? null : <SoleDrains side={sole} />}
        {drawn.nodes.map(({ id, label }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{nodeName(id)}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
