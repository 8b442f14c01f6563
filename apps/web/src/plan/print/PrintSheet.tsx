import type { SessionStep } from "@openlymph/rehearsal";
import { type History, type Plan, planDuration, reviewStanding } from "@openlymph/therapy";
import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { DrawnFigure } from "../../body/figure.worker.ts";
import { figureWorker } from "../../body/figure-worker.ts";
import { spanText } from "../../format/numbers.ts";
import type { ToldPlan } from "../../run/named.ts";
import { withFont } from "../../ui/picture-font.ts";
import { words } from "../../words.ts";
import { pictureWords } from "../stroke-sheet.ts";
import { affectedText, tellStep } from "../tell-step.ts";
import { PlanMap } from "./PlanMap.tsx";
import styles from "./PrintSheet.module.css";

const told = words.plan.print;
const views = ["front", "back"] as const;

export interface PrintSheetProps {
  readonly told: ToldPlan;
  readonly steps: readonly SessionStep[];
  readonly build: History["body"]["build"] | undefined;
  /** Whose plan it is and from whom; blanks to be filled in where that is not known. */
  readonly head?: ReactNode;
  /** Printed, or given up. */
  readonly onDone: () => void;
}

interface Pictures {
  readonly bodies: readonly DrawnFigure[];
  /** Each stroke once, with its address. */
  readonly strokes: readonly { readonly id: string; readonly name: string; readonly address: string }[];
}

async function drawn({ told: plan, build }: Pick<PrintSheetProps, "told" | "build">): Promise<Pictures> {
  const layers = { collectors: false, trunks: false, nodes: false, territories: false, watersheds: false, deep: false };
  const bodies = await Promise.all(
    views.map((view) =>
      figureWorker.draw(
        { view, ...(build === undefined ? {} : { build }) },
        { theme: "light", layers, prefix: `print-${view}` },
      ),
    ),
  );
  const strokes = await Promise.all(
    Object.entries(plan.strokes).map(async ([id, stroke]) => {
      const svg = await withFont(await figureWorker.stroke(stroke.moving, pictureWords(stroke), "light", true));
      return { id, name: stroke.name, address: URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" })) };
    }),
  );
  return { bodies, strokes };
}

/** Draws the pictures, prints once they are all there, and gives them back. */
function usePrinting(props: PrintSheetProps): {
  readonly pictures: Pictures | undefined;
  readonly onPicture: () => void;
} {
  const [pictures, setPictures] = useState<Pictures>();
  const [loaded, setLoaded] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one sheet is drawn once
  useEffect(() => {
    let alive = true;
    drawn(props).then(
      (found) => {
        if (alive) setPictures(found);
      },
      () => props.onDone(),
    );
    return () => {
      alive = false;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: printed once, when the last picture is there
  useEffect(() => {
    if (pictures === undefined || loaded < pictures.strokes.length) return;
    const end = (): void => {
      for (const { address } of pictures.strokes) URL.revokeObjectURL(address);
      props.onDone();
    };
    window.addEventListener("afterprint", end, { once: true });
    window.print();
    return () => window.removeEventListener("afterprint", end);
  }, [pictures, loaded]);
  return { pictures, onPicture: () => setLoaded((n) => n + 1) };
}

function standing(plan: Plan): string {
  const { status, version } = reviewStanding(plan);
  if (status === "draft" || version === undefined) return told.draft;
  return told.approved(version.author.name, version.author.role, version.date);
}

/** The plan for paper: a body with numbers, the steps in large type with a box to tick, and how each stroke is done. */
export function PrintSheet(props: PrintSheetProps) {
  const { told: toldPlan, steps, head = <p className={styles["blanks"]}>{told.blanks}</p> } = props;
  const { plan, names } = toldPlan;
  const { pictures, onPicture } = usePrinting(props);
  if (pictures === undefined) return null;
  const { stopRule, position, garment, complete } = plan;
  return createPortal(
    <article className={styles["sheet"]} data-testid="print-sheet" lang="en">
      <header>
        <h1>{plan.title}</h1>
        <p className={styles["affected"]}>{affectedText(toldPlan)}</p>
        <p className={styles["standing"]}>{standing(plan)}</p>
        {complete ? null : <p className={styles["standing"]}>{words.plan.excerptWhy}</p>}
        {head}
        <ul className={styles["before"]}>
          <li>
            <strong>{told.stop}</strong> {stopRule ?? told.noStopRule}
          </li>
          {position === undefined ? null : <li>{told.position(position)}</li>}
          {garment === undefined ? null : <li>{told.garment(garment)}</li>}
          <li>{words.plan.total(plan.steps.length, spanText(planDuration(plan).stroking))}</li>
        </ul>
      </header>
      <div className={styles["maps"]}>
        {pictures.bodies.map((body, at) => (
          <PlanMap
            key={views[at]}
            view={views[at] ?? "front"}
            drawn={body}
            steps={steps}
            title={told.views[views[at] ?? "front"]}
          />
        ))}
      </div>
      <ol className={styles["steps"]}>
        {plan.steps.map((step) => {
          const { region, side, toward, doses, stroke } = tellStep(step, names, plan.affectedSide);
          return (
            <li key={step.n}>
              <span className={styles["number"]}>{step.n}</span>
              <span>
                <strong>{side === "" ? region : `${region}, ${side}`}</strong>
                {toward === undefined ? "" : ` → ${toward}`}
                <br />
                {stroke} · {doses.join(" · ")}
                {step.optional ? ` · ${words.plan.optional}` : ""}
                {step.action === undefined ? null : (
                  <>
                    <br />
                    {step.action}
                  </>
                )}
              </span>
              <span className={styles["tick"]} />
            </li>
          );
        })}
      </ol>
      <div className={styles["strokes"]}>
        {pictures.strokes.map(({ id, name, address }) => (
          <img key={id} src={address} alt={words.strokes.alt(name)} onLoad={onPicture} onError={onPicture} />
        ))}
      </div>
      <footer>{told.footer}</footer>
    </article>,
    document.body,
  );
}
