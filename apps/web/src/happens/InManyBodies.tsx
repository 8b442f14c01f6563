import type { Band } from "@openlymph/rehearsal";
import { percentText, volumeText } from "../format/numbers.ts";
import { bodiesAsked } from "../run/bodies-asked.ts";
import type { ManyBodies } from "../run/many-bodies.ts";
import { Button } from "../ui/Button.tsx";
import { Fold } from "../ui/Fold.tsx";
import { Problem } from "../ui/Problem.tsx";
import { words } from "../words.ts";
import styles from "./InManyBodies.module.css";
import type { AskedBodies } from "./use-many-bodies.ts";

const told = words.happens.many;
function partName(part: ManyBodies["part"]): string {
  const { limbs, parts } = words.happens;
  return part in limbs ? limbs[part as keyof typeof limbs] : parts[part as keyof typeof parts].name;
}

function Row({ name, band, digits }: { readonly name: string; readonly band: Band; readonly digits?: number }) {
  const text = (value: number): string => volumeText(value, digits);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <strong>{text(band.median)}</strong>
        <span>
          ({text(band.p5)} … {text(band.p95)})
        </span>
      </td>
    </tr>
  );
}

function Told({ bodies, failed, part, excess, swollen, moved, matters, cautions }: ManyBodies) {
  return (
    <>
      <table className={styles["bands"]}>
        <caption>{told.head(bodies - failed)}</caption>
        <tbody>
          {swollen === undefined ? null : <Row name={told.begins(partName(swollen.part))} band={swollen.excess} />}
          <Row name={told.begins(partName(part))} band={excess} />
          {moved.map(({ manner, atEnd }) => (
            <Row key={manner} name={`${told.atEnd}, ${told.manner[manner]}`} band={atEnd} digits={3} />
          ))}
          {moved.map(({ manner, later }) => (
            <Row key={manner} name={`${told.later}, ${told.manner[manner]}`} band={later} digits={3} />
          ))}
        </tbody>
      </table>
      {failed > 0 ? <p className={styles["why"]}>{told.failed(failed)}</p> : null}
      {matters.length === 0 ? null : (
        <>
          <h3 className={styles["head"]}>{told.matters}</h3>
          <ol className={styles["matters"]}>
            {matters.map(({ name, share }) => (
              <li key={name}>
                {name}
                <meter min={0} max={1} value={share} aria-label={told.share(percentText(share))} />
                <b>{percentText(share)}</b>
              </li>
            ))}
          </ol>
        </>
      )}
      {cautions.map((caution) => (
        <p key={caution} className={styles["why"]}>
          {caution}
        </p>
      ))}
      <p className={styles["why"]}>{told.more}</p>
    </>
  );
}

/** How far the numbers reach over what is not known: asked on request, since it takes a while. */
export function InManyBodies({ state, ask, stop }: AskedBodies) {
  return (
    <Fold title={told.title} open>
      <div className={styles["many"]} data-testid="many-bodies">
        <p className={styles["why"]}>{told.why}</p>
        {state.status === "idle" ? (
          <Button kind="outlined" onPress={ask}>
            {told.ask(bodiesAsked.count)}
          </Button>
        ) : null}
        {state.status === "asking" ? (
          <>
            <p role="status">{told.asking(state.done)}</p>
            <Button kind="outlined" onPress={stop}>
              {told.stop}
            </Button>
          </>
        ) : null}
        {state.status === "failed" ? (
          <Problem message={`${told.problem} ${state.message}`} safe={words.happens.failedSafe} />
        ) : null}
        {state.status === "told" ? <Told {...state.told} /> : null}
      </div>
    </Fold>
  );
}
