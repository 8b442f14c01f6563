import type { FigureSceneOptions, TracerDrawing, View } from "@openlymph/figure";
import type { Rehearsal } from "@openlymph/rehearsal";
import { Microscope as MicroscopeSign, ScanSearch } from "lucide-react";
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Clock } from "../clock/clock.ts";
import type { NodeSizes } from "../run/node-sizes.ts";
import { usePhone } from "../theme/use-media.ts";
import { timeText } from "../timeline/time-text.ts";
import { Button } from "../ui/Button.tsx";
import { Segmented } from "../ui/Segmented.tsx";
import { words } from "../words.ts";
import { BodyFigure } from "./BodyFigure.tsx";
import styles from "./BodyStage.module.css";
import type { DrawnFigure } from "./figure.worker.ts";
import { figureWorker } from "./figure-worker.ts";
import { frameOf, type Look, lookAt, nearer, wholeLook, wholeOf } from "./frame.ts";
import { InfoCard } from "./InfoCard.tsx";
import { InsetPanel } from "./InsetPanel.tsx";
import type { InsetName } from "./inset-names.ts";
import { LayerMenu } from "./LayerMenu.tsx";
import { Legend } from "./Legend.tsx";
import { LookMenu } from "./LookMenu.tsx";
import { firstLayers } from "./layers.ts";
import type { RunName } from "./moment.ts";
import { type PictureKind, PictureMenu } from "./PictureMenu.tsx";
import type { PicturedBody } from "./picture-file.ts";
import { pictureOver } from "./picture-over.ts";
import { savePicture } from "./save-picture.ts";
import { type Pairing, shownBodies } from "./shown-bodies.ts";
import type { PlacedThing, Thing } from "./things.ts";
import { useFollowedView } from "./use-followed-view.ts";
import { lookStep, useLook } from "./use-look.ts";

export interface BodyStageProps {
  readonly build: FigureSceneOptions["build"];
  /** What is written below a saved picture. */
  readonly title: string;
  readonly rehearsal: Rehearsal | undefined;
  /** A rehearsal that was kept, to stand beside this one. */
  readonly beside: Rehearsal | undefined;
  readonly run: RunName;
  /** Sizes of the nodes in the history of `rehearsal`. */
  readonly sizes: NodeSizes | undefined;
  /** Whether the session must not be done, and so is not shown. */
  readonly stopped: boolean;
  readonly clock: Clock;
  readonly onRun: (run: RunName) => void;
  /** What is wished to stand beside each other. */
  readonly paired: Pairing | undefined;
  readonly onPair: (pairing: Pairing | undefined) => void;
  /** What can be done with a thing that is kept in sight. */
  readonly actions: (thing: Thing) => ReactNode;
  /** Whether a drawer below leaves the body little height. */
  readonly low: boolean;
  /** Whether the plan is being changed: its steps then lie on the body. */
  readonly planning: boolean;
  /** A tracer in this body, while it is examined. */
  readonly tracer: TracerDrawing | undefined;
  readonly onExamine: () => void;
  /** Opens the microscope, on the vessel of this name where it was opened from one. */
  readonly onMicroscope: (looking: { readonly name: string | undefined }) => void;
}

/** A thing in one of the drawn bodies. */
interface Seen {
  readonly thing: PlacedThing;
  readonly body: string;
  /** Where the focus was when a key kept it in sight; the card has the focus then. */
  readonly from?: SVGElement;
}

/** Whether a thing lies in the lower half of what is seen of the body. */
function liesLow({ y }: PlacedThing, look: Look): boolean {
  const [, top, , height] = frameOf(look, "front");
  return y > top + height / 2;
}

/** What stands beside each other: nothing where the session is not shown, no plan A is kept, an inset or a tracer is looked at. */
function pairingOf(
  paired: Pairing | undefined,
  { stopped, beside, inset, tracer }: { stopped: boolean; beside: unknown; inset: unknown; tracer: unknown },
): Pairing | undefined {
  if (stopped || inset !== undefined || tracer !== undefined || (paired === "plans" && beside === undefined))
    return undefined;
  return paired;
}

/** How far a finger moves sideways to turn the body round, px. */
const swipe = 60;
const both: readonly View[] = ["front", "back"];

/** The body, front and back, with its switches and the numbers of what is pointed at. */
export function BodyStage(props: BodyStageProps) {
  const { build, rehearsal, beside, run, stopped, clock, title, actions, low, planning, tracer, onRun, sizes } = props;
  const { onExamine, onMicroscope, paired, onPair } = props;
  const phone = usePhone();
  const [view, setView] = useFollowedView(rehearsal, clock);
  const [layers, setLayers] = useState(firstLayers);
  const [pointed, setPointed] = useState<Seen>();
  const [kept, setKept] = useState<Seen>();
  const [inset, setInset] = useState<InsetName>();
  const figures = useRef<HTMLDivElement>(null);
  const frame = wholeOf[build ?? "neutral"];
  const { look, setLook, near, wasDragged, handlers } = useLook(figures, frame);
  const from = useRef<number>(undefined);
  const drawn = useRef(new Map<string, DrawnFigure | undefined>());
  const draw = useCallback((body: string, figure: DrawnFigure | undefined) => {
    drawn.current.set(body, figure);
  }, []);
  const point = useCallback((thing: PlacedThing | undefined, body: string) => {
    setPointed(thing === undefined ? undefined : { thing, body });
  }, []);
  const keep = useCallback((thing: PlacedThing | undefined, body: string, from?: SVGElement) => {
    setKept((before) =>
      thing === undefined || before?.thing.id === thing.id ? undefined : { thing, body, ...(from && { from }) },
    );
  }, []);
  const turn = (event: PointerEvent): void => {
    const far = from.current === undefined ? 0 : event.clientX - from.current;
    from.current = undefined;
    if (phone && !near && Math.abs(far) > swipe) setView(view === "front" ? "back" : "front");
  };
  const openInset = async (id: InsetName): Promise<void> => {
    setInset(id);
    const { window } = await figureWorker.inset(id, { theme: "light" });
    setView("front");
    setLook(lookAt(window, frame));
  };
  const whole = (): void => {
    setLook(wholeLook(frame));
    setInset(undefined);
  };
  const press = ({ key, target, ctrlKey, metaKey }: KeyboardEvent): void => {
    // With Ctrl the same keys are the browser's own.
    if (ctrlKey || metaKey || (target as HTMLElement).tagName === "INPUT") return;
    if (key === "+" || key === "=") setLook((before) => nearer(before, lookStep));
    if (key === "-") setLook((before) => nearer(before, 1 / lookStep));
    if (key === "0") whole();
  };
  const shown = pointed ?? kept;
  const drawnLayers = useMemo(() => (planning ? new Set([...layers, "steps" as const]) : layers), [layers, planning]);
  const pairing = pairingOf(paired, { stopped, beside, inset, tracer });
  const views = phone || inset !== undefined || pairing !== undefined ? [view] : both;
  const bodies = shownBodies({ views, run, rehearsal, pairing, kept: beside });
  const save = (kind: PictureKind): Promise<void> => {
    const pictured = bodies.flatMap(({ key, name }, n): readonly PicturedBody[] => {
      const figure = drawn.current.get(key);
      const over = pictureOver(figures.current?.querySelectorAll("figure").item(n) ?? null);
      return figure === undefined ? [] : [{ drawn: figure, name, over }];
    });
    const when = rehearsal === undefined ? "" : timeText(clock.get(), rehearsal.duration);
    const which = pairing === undefined && rehearsal !== undefined ? words.body[`${run}Long`] : "";
    const moment = [which, when].filter((part) => part !== "").join(", ");
    return savePicture(kind, { bodies: pictured, title, moment });
  };
  const seen = bodies.find(({ key }) => key === shown?.body) ?? bodies[0];
  return (
    <section className={styles["stage"]} aria-label={words.body.label} id="body" data-low={low} onKeyDown={press}>
      <div className={styles["switchesRow"]}>
        <div className={styles["corner"]}>
          {views.length === 1 ? (
            <Segmented
              label={words.body.view}
              value={view}
              onChange={setView}
              options={both.map((value) => ({ value, text: words.body[value] }))}
              className={styles["compact"]}
            />
          ) : null}
          <div className={styles["switches"]}>
            <LayerMenu layers={layers} onChange={setLayers} />
            <Button
              kind="outlined"
              label={words.microscope.open}
              className={styles["microscope"]}
              onPress={() => onMicroscope({ name: undefined })}
            >
              <MicroscopeSign aria-hidden="true" size={20} />
            </Button>
            <Button kind="outlined" label={words.examine.open} className={styles["microscope"]} onPress={onExamine}>
              <ScanSearch aria-hidden="true" size={20} />
            </Button>
            <LookMenu
              near={near}
              onStep={(direction) => setLook((before) => nearer(before, lookStep ** direction))}
              onWhole={whole}
              onInset={(id) => void openInset(id as InsetName)}
              onPicture={phone ? (kind) => void save(kind) : undefined}
            />
            {phone ? null : <PictureMenu onSave={(kind) => void save(kind)} />}
          </div>
        </div>
        {tracer === undefined && !(low && phone) ? (
          <Segmented
            label={words.body.run}
            value={pairing ?? run}
            onChange={(next) => {
              const pair = next === "runs" || next === "plans" ? next : undefined;
              onPair(pair);
              onRun(pair === undefined ? (next as RunName) : "with");
            }}
            options={[
              {
                value: "with",
                text: words.body.with,
                long: stopped ? words.stop.withOff : words.body.withLong,
                isDisabled: stopped,
              },
              { value: "without", text: words.body.without, long: words.body.withoutLong },
              { value: "runs", text: words.body.pairs.runs, long: words.body.pairsLong.runs, isDisabled: stopped },
              ...(beside === undefined
                ? []
                : [{ value: "plans" as const, text: words.body.pairs.plans, long: words.body.pairsLong.plans }]),
            ]}
            className={styles["run"]}
          />
        ) : null}
      </div>
      <div
        ref={figures}
        className={styles["figures"]}
        data-near={near}
        data-pair={pairing}
        style={{ "--figure-shape": frame[2] / frame[3] } as CSSProperties}
        {...handlers}
        onPointerDown={(event) => {
          from.current = event.clientX;
          handlers.onPointerDown(event);
        }}
        onPointerUp={(event) => {
          turn(event);
          handlers.onPointerUp(event);
        }}
        onClickCapture={(event) => {
          // What ends a drag keeps nothing in sight.
          if (wasDragged()) event.stopPropagation();
        }}
      >
        {bodies.map((body) => (
          <BodyFigure
            key={body.key}
            onPoint={point}
            onKeep={keep}
            onDrawn={draw}
            layers={drawnLayers}
            sizes={body.rehearsal?.historyTitle === rehearsal?.historyTitle ? sizes : undefined}
            {...{ body, build, clock, look, tracer }}
          />
        ))}
        {inset === undefined ? null : (
          <InsetPanel {...{ inset, rehearsal, run, clock }} onClose={() => setInset(undefined)} />
        )}
        {shown === undefined && !near && !low && pairing === undefined && tracer === undefined ? (
          <Legend layers={layers} />
        ) : null}
      </div>
      <InfoCard
        thing={shown?.thing}
        kept={kept !== undefined}
        onRelease={() => {
          setKept(undefined);
          kept?.from?.focus();
        }}
        focused={kept?.from !== undefined}
        rehearsal={seen?.rehearsal}
        run={seen?.run ?? run}
        place={shown === undefined || !liesLow(shown.thing, look) ? "bottom" : "top"}
        sizes={seen?.rehearsal?.historyTitle === rehearsal?.historyTitle ? sizes : undefined}
        {...{ clock, actions, onMicroscope }}
      />
    </section>
  );
}
