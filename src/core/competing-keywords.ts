import { topicWords } from './topic-words.ts';

/** From this likeness on two pages would compete for the same searches. */
export const COMPETING = 0.85;

export interface CompetingEntry {
  keyword: string;
  /** BCP 47 tag; pages in different languages do not compete. */
  language: string;
}

/** One page that would compete with one before it in the list. */
export interface Competition {
  /** Place in the list. */
  index: number;
  /** Place of the page it would compete with: the first of its cluster. */
  leader: number;
  /** 0.85 to 1. */
  likeness: number;
}

/**
 * Finds the pages that would compete with an earlier one: by Dice's coefficient over the stems of their keywords (twice
 * the shared ones over all of both). Each page is compared with the leaders of the clusters so far and joins the most
 * like. Leaders are found by prefix filtering (R. Bayardo, Y. Ma, R. Srikant, "Scaling up all pairs similarity search",
 * 2007): two sets that alike share one of their rarest words, so that 100,000 keywords take no quadratic time.
 */
export function findCompeting(entries: readonly CompetingEntry[]): Competition[] {
  const sets = entries.map(({ keyword, language }) => wordsOf(keyword, language));
  const counts = new Map<string, number>();
  for (const words of sets) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rarestFirst = (words: ReadonlySet<string>) =>
    [...words].toSorted(
      (left, right) =>
        (counts.get(left) ?? 0) - (counts.get(right) ?? 0) || (left < right ? -1 : 1),
    );
  const leadersBy = new Map<string, number[]>();
  const found: Competition[] = [];
  sets.forEach((words, index) => {
    if (words.size === 0) return;
    const prefix = rarestFirst(words).slice(0, prefixLength(words.size));
    let best: Competition | undefined;
    for (const leader of new Set(prefix.flatMap((word) => leadersBy.get(word) ?? []))) {
      const likeness = dice(words, sets[leader] ?? new Set());
      if (likeness < COMPETING) continue;
      const isBetter = likeness > (best?.likeness ?? 0);
      if (isBetter || (likeness === best?.likeness && leader < best.leader))
        best = { index, leader, likeness };
    }
    if (best !== undefined) {
      found.push(best);
      return;
    }
    for (const word of prefix) {
      const leaders = leadersBy.get(word);
      if (leaders === undefined) leadersBy.set(word, [index]);
      else leaders.push(index);
    }
  });
  return found;
}

/** Stems of a language apart from those of others. */
function wordsOf(keyword: string, language: string): ReadonlySet<string> {
  const base = language.toLowerCase().split('-', 1)[0] ?? '';
  return new Set([...topicWords(keyword, language)].map((word) => `${base} ${word}`));
}

function dice(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  return (2 * left.intersection(right).size) / (left.size + right.size);
}

/** How many of its rarest words a set has to show so that every set alike shares one of those that it shows. */
function prefixLength(size: number): number {
  const leastShared = Math.ceil((COMPETING / (2 - COMPETING)) * size);
  return size - leastShared + 1;
}
