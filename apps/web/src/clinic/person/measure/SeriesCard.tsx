import { describeFailure } from "@openlymph/base";
import {
  compareMeasurements,
  dayWords,
  type Estimate,
  measured,
  protocols,
  type Series,
  sides,
} from "@openlymph/measurement";
import { useMemo, useState } from "react";
import card from "../../ui/Card.module.css";
import { Card, Note } from "../../ui/Card.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { PickField } from "../../ui/Field.tsx";
import { dayShort } from "../../when.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import { MeasureCurve } from "./MeasureCurve.tsx";
import { estimateSaid, mLSaid } from "./numbers.ts";
import styles from "./TapeForm.module.css";
import {
  affectedSide,
  confirmedOf,
  inOrder,
  kindKey,
  kindOf,
  kindsOf,
  momentOf,
  type Taken,
  type TapeKind,
  tapeSeries,
} from "./tape-series.ts";

const told = words.measure;

function kindSaid({ limb, protocol, marks }: TapeKind): string {
  const name = protocols.find(({ id }) => id === protocol)?.name ?? `${words.limbKinds[limb]}, ${protocol}`;
  return told.seriesOf(name, marks);
}

/** What has changed since the first measurement, and whether that can be told from measuring error. */
function changeSaid(series: Series, index: number): string {
  if (index === 0) return told.first;
  const [first, own] = [series.measurements[0]?.at, series.measurements[index]?.at];
  // Readings of one day are taken together: there is a change only from one day to another.
  if (first !== undefined && own !== undefined && dayWords(first) === dayWords(own)) return told.sameDay;
  const compared = compareMeasurements(series, 0, index);
  const change = compared.excess?.difference ?? compared.volumes.left ?? compared.volumes.right;
  if (change === undefined) return "";
  return told.change(mLSaid(change.change.value, true), told.verdicts[change.verdict](mLSaid(change.detectable)));
}

/** A volume, and which unusual readings of it were confirmed. */
function VolumeCell({ volume, marks }: { readonly volume: Estimate | undefined; readonly marks: readonly string[] }) {
  const numbers = marks.map((mark) => mark.split(" ")[1]);
  return (
    <>
      {volume === undefined ? "" : estimateSaid(volume)}
      {marks.length === 0 ? null : <small className={styles["confirmed"]}>{told.marksStand(numbers.join(", "))}</small>}
    </>
  );
}

function rowOf(series: Series, taken: Taken, index: number) {
  const { volumes, compared } = measured(series, index);
  return {
    key: taken.operation,
    cells: [
      dayShort(Date.parse(momentOf(taken))),
      taken.by?.name ?? told.self,
      ...sides.map((side) => (
        <VolumeCell
          key={side}
          volume={volumes[side]}
          marks={confirmedOf(taken).filter((mark) => mark.startsWith(side))}
        />
      )),
      compared === undefined ? "" : estimateSaid(compared.difference, true),
      changeSaid(series, index),
    ],
  };
}

/** All measurements of one kind, at home and at the clinic, as a curve and as a table. */
export function SeriesCard() {
  const { record } = usePerson();
  const kinds = kindsOf(record.measurements);
  const [picked, setPicked] = useState<string>();
  const kind = kinds.find((each) => kindKey(each) === picked) ?? kinds[0];
  const own = useMemo(
    () => inOrder(record.measurements).filter((each) => kind !== undefined && kindKey(kindOf(each)) === kindKey(kind)),
    [record.measurements, kind],
  );
  const limbs = record.person?.limbs ?? [];
  const series = useMemo(
    () => (kind === undefined ? undefined : tapeSeries(own, kind, affectedSide(kind.limb, limbs))),
    [own, kind, limbs],
  );
  if (kind === undefined || series === undefined) return null;
  return (
    <Card title={told.series}>
      {kinds.length < 2 ? (
        <p className={card["quiet"]}>{kindSaid(kind)}</p>
      ) : (
        <>
          <PickField
            label={told.which}
            value={kindKey(kind)}
            options={kinds.map((each) => [kindKey(each), kindSaid(each)] as const)}
            onPick={setPicked}
          />
          <p className={card["quiet"]}>{told.mixed}</p>
        </>
      )}
      {series.ok ? (
        <>
          <MeasureCurve series={series.value} />
          <DataTable
            caption={told.series}
            heads={told.tableHeads}
            rows={own.map((taken, n) => rowOf(series.value, taken, n)).toReversed()}
          />
          <p className={card["quiet"]}>{told.error}</p>
        </>
      ) : (
        <Note tone="danger">
          <p>
            {told.unreadable} {describeFailure(series)}
          </p>
        </Note>
      )}
    </Card>
  );
}
