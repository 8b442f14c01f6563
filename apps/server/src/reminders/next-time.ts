/** When a daily reminder is due next, by the clock of whoever is reminded. */

const day = 86_400_000;

/** Whether this machine knows a time zone of that name (`Europe/Berlin`). */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** ms by which the clocks of a zone are ahead of UTC at a moment. */
function ahead(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const part = (name: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find(({ type }) => type === name)?.value ?? 0);
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return shown - Math.floor(at / 1000) * 1000;
}

/** Midnight with which the day of a moment began in a zone, as if its clocks showed UTC. */
const shownDay = (zone: string, at: number): number => Math.floor((at + ahead(zone, at)) / day) * day;

/** The moment at which clocks of a zone show this. An hour that is left out in spring is taken an hour later. */
function momentOf(zone: string, shown: number): number {
  const first = shown - ahead(zone, shown);
  return shown - ahead(zone, first);
}

/** When the day of a moment began in a zone, ms since 1970. */
export const startOfDay = (zone: string, at: number): number => momentOf(zone, shownDay(zone, at));

/**
 * @param time `19:30`
 * @param after ms since 1970
 * @returns the first moment after it at which clocks of the zone show that time.
 */
export function nextTime(time: string, zone: string, after: number): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const today = shownDay(zone, after) + (hours * 60 + minutes) * 60_000;
  const candidates = [today - day, today, today + day, today + 2 * day].map((shown) => momentOf(zone, shown));
  return candidates.find((each) => each > after) ?? after + day;
}
