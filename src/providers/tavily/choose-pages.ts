import { topicWords } from '../../core/topic-words.ts';

/** The part of the subject's words that an address must have. */
const ENOUGH = 0.5;

interface Choice {
  url: string;
  /** Share of the subject's words that stand in the address, 0 to 1. */
  score: number;
}

/**
 * Those of a site's addresses whose words are about the subject, best first: those with more of its words, and of
 * equals those that say less beside them, the shortest addresses first.
 */
export function choosePages(urls: readonly string[], subject: string, most: number): Choice[] {
  const wanted = topicWords(subject, 'en');
  if (wanted.size === 0) return [];
  return urls
    .map((url) => {
      const words = wordsOf(url);
      return {
        url,
        score: words.intersection(wanted).size / wanted.size,
        further: words.difference(wanted).size,
      };
    })
    .filter(({ score }) => score >= ENOUGH)
    .toSorted(
      (left, right) =>
        right.score - left.score ||
        left.further - right.further ||
        left.url.length - right.url.length,
    )
    .slice(0, most)
    .map(({ url, score }) => ({ url, score }));
}

/** The stems of the words in path and query. */
function wordsOf(address: string): ReadonlySet<string> {
  const { pathname, search } = new URL(address);
  const text = `${pathname} ${search}`.replaceAll(/%[\da-f]{2}(?:%[\da-f]{2})*/giu, decoded);
  return topicWords(text.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' '), 'en');
}

function decoded(bytes: string): string {
  try {
    return decodeURIComponent(bytes);
  } catch {
    return ' ';
  }
}
