import {
  COMPETING,
  type CompetingEntry,
  type Competition,
  findCompeting,
} from './competing-keywords.ts';
import type { Alike, KeywordMeaning } from './keyword-meaning.ts';

/**
 * Finds the pages that would compete with an earlier one by their words, as `findCompeting` does, and of English pages
 * also those that ask for the same in other words. Each page joins the most like leader of a cluster before it.
 */
export async function findCompetingByMeaning(
  entries: readonly CompetingEntry[],
  meaning: KeywordMeaning,
): Promise<Competition[]> {
  const byWords = new Map(findCompeting(entries).map((found) => [found.index, found]));
  const english = entries.flatMap(({ language }, index) => (isEnglish(language) ? [index] : []));
  const keywords = english.map((index) => entries[index]?.keyword ?? '');
  const alike = likenessBetween(english, await meaning.findAlike(keywords, keywords));
  const leaderOf = new Map<number, number>();
  return entries.flatMap((_entry, index): Competition[] => {
    let best = byWords.get(index);
    for (const [other, likeness] of alike.get(index) ?? []) {
      if (other < index && likeness >= COMPETING && likeness > (best?.likeness ?? 0))
        best = { index, leader: other, likeness };
    }
    if (best === undefined) return [];
    // What it competes with may compete with another itself: then that one leads them both.
    const leader = leaderOf.get(best.leader) ?? best.leader;
    leaderOf.set(index, leader);
    return [{ ...best, leader }];
  });
}

/** True for pages that similarity by meaning knows. */
export function isEnglish(language: string): boolean {
  return /^en(?:-|$)/iu.test(language);
}

/** By entry, the others that are like it: each of a pair may have found the other. */
function likenessBetween(
  places: readonly number[],
  found: readonly (readonly Alike[])[],
): Map<number, Map<number, number>> {
  const between = new Map(places.map((place) => [place, new Map<number, number>()]));
  for (const [from, alikes] of found.entries()) {
    for (const { index, likeness } of alikes) {
      const [one, other] = [places[from] ?? 0, places[index] ?? 0];
      between.get(one)?.set(other, likeness);
      between.get(other)?.set(one, likeness);
    }
  }
  return between;
}
