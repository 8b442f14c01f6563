import { hour } from "@openlymph/base";
import { contraindicationLibrary, type RestartRule } from "../library/contraindication.ts";
import type { Episode, Screening } from "./screening.ts";

/** The restart rule of an infection, or `undefined` where a clearance alone decides. */
export function restartRuleOf(rule: string): RestartRule | undefined {
  return contraindicationLibrary.restart.find((one) => one.rule === rule);
}

function feverWords(
  { feverFreeSince }: Pick<Episode, "feverFreeSince">,
  hours: number,
  at: number,
): string | undefined {
  if (feverFreeSince === undefined) return `it is not said since when there has been no fever (${hours} h are needed)`;
  const free = Math.floor((at - feverFreeSince) / hour);
  if (free >= hours) return undefined;
  return `without fever for ${Math.max(0, free)} of ${hours} h`;
}

/**
 * What an infection still lacks before drainage may begin again, in words, apart from a clearance; nothing when it lacks
 * nothing. Without an episode nothing is known of its end.
 *
 * @param at moment of judgement, seconds since 1970.
 */
export function lacksBeforeRestart(rule: RestartRule, episode: Episode | undefined, at: number): readonly string[] {
  const fever = feverWords(episode ?? {}, rule.feverFreeHours, at);
  const signs = rule.needs.filter((sign) => episode?.signs[sign] !== "yes");
  const words = signs.map((sign) => `it is not said that ${contraindicationLibrary.restartSigns[sign] ?? sign}`);
  return fever === undefined ? words : [fever, ...words];
}

/** The latest episode of a rule. */
export function episodeOf({ episodes }: Pick<Screening, "episodes">, rule: string): Episode | undefined {
  return episodes
    .filter((one) => one.rule === rule)
    .reduce<Episode | undefined>(
      (latest, one) => (latest === undefined || one.began >= latest.began ? one : latest),
      undefined,
    );
}
