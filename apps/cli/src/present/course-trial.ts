/** A course beside the trial that measured what sessions add. */
import { day } from "@openlymph/base";
import { type CourseRun, type CourseSeries, courseTrial } from "@openlymph/rehearsal";
import { percent } from "../output/numbers.ts";
import { numbers, type Table, words } from "../output/table.ts";
import { unknownValueWords, weeksWords } from "../words/course-words.ts";
import { isSwollen, reduction } from "./course-numbers.ts";

const trialDay = Math.round(courseTrial.after / day);

/** Whether the course lasts as long as the trial, has sessions as there, and an arm to speak of. */
function isLikeTrial(run: CourseRun): boolean {
  const { limb, parts, settings } = run;
  return (
    limb.startsWith(courseTrial.limb) &&
    parts.includes("sessions") &&
    settings.duration >= courseTrial.after &&
    isSwollen(run)
  );
}

/** What sessions added in a trial, beside what they add here; nothing where the two cannot be compared. */
export function trialTable(run: CourseRun): Table {
  const spread = run.unknowns.find(({ unknown }) => unknown.id === "handDisplacement");
  const shareOf = (series: CourseSeries) => percent(reduction(run, series, trialDay), 1);
  const ours = (spread?.lines ?? []).map(({ value, series }) => [
    `this model, everything, tissue under the hands ${unknownValueWords(value, "times")}`,
    shareOf(series),
  ]);
  const theirs = courseTrial.groups.map(({ sessions, reduction: share }) => [
    `${courseTrial.name}, ${sessions}`,
    percent(share, 1),
  ]);
  const without = spread === undefined ? [] : [["this model, all but the sessions", shareOf(spread.leftOut)]];
  return {
    title: `Beside a trial: excess less than at the start after ${weeksWords(courseTrial.after)} (%)`,
    about: `${courseTrial.people} people with ${courseTrial.condition} (${courseTrial.source}). What a limb measures holds fat and fibrous tissue too; the excess of the model is fluid alone, and was not fitted to this.`,
    columns: [words("who"), numbers("less (%)")],
    rows: isLikeTrial(run) ? [...without, ...ours, ...theirs] : [],
  };
}

/** How far the model is from the trial, in a sentence; nothing where the two cannot be compared. */
export function trialWords(run: CourseRun): string {
  if (!isLikeTrial(run)) return "";
  const shares = courseTrial.groups.map(({ reduction: share }) => share);
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  const here = reduction(run, run.lines[0].series, trialDay);
  const people = `${percent(least, 1)} to ${percent(most, 1)} %`;
  const model = `In this model the course takes ${percent(here, 1)} % of the excess in ${weeksWords(courseTrial.after)}, in the trial ${people} went`;
  if (here > most)
    return `${model}: the model takes more than was measured, and why is not known. Do not read what it takes as what care does.`;
  if (here < least) return `${model}: the model takes less than was measured, and why is not known.`;
  return `${model}. That the two are alike proves nothing: the body of the model is one among many.`;
}
