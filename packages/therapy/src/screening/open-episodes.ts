import { dayText, type JudgedLifting } from "./lifting.ts";
import { episodeOf, lacksBeforeRestart, restartRuleOf } from "./restart.ts";
import type { Episode, Screening } from "./screening.ts";

/** Infections that still forbid drainage, with what they lack, and those after which it may begin again. */
export interface EpisodeStates {
  readonly open: readonly { readonly rule: string; readonly words: string }[];
  readonly ended: readonly Episode[];
}

function lacking(episode: Episode, liftings: readonly JudgedLifting[], at: number): readonly string[] {
  const restart = restartRuleOf(episode.rule);
  if (restart === undefined) return [];
  const cleared = liftings.some(({ rule, kind, counts }) => rule === episode.rule && kind === "clearance" && counts);
  const lacks = lacksBeforeRestart(restart, episode, at);
  return restart.clearance && !cleared ? [...lacks, "no clearance by a clinician counts"] : lacks;
}

/** Sorts the latest infection of each kind into those still open and those ended, at a moment (seconds since 1970). */
export function openEpisodes(screening: Screening, liftings: readonly JudgedLifting[], at: number): EpisodeStates {
  const latest = [...new Set(screening.episodes.map(({ rule }) => rule))].flatMap(
    (rule) => episodeOf(screening, rule) ?? [],
  );
  const states = latest.map((episode) => ({ episode, lacks: lacking(episode, liftings, at) }));
  return {
    open: states
      .filter(({ lacks }) => lacks.length > 0)
      .map(({ episode: { rule, began }, lacks }) => ({
        rule,
        words: `the infection that began on ${dayText(began)} is not over: ${lacks.join("; ")}`,
      })),
    ended: states.filter(({ lacks }) => lacks.length === 0).map(({ episode }) => episode),
  };
}
