import { isStopWord } from '../core/text/stop-words.ts';
import { stemWord } from '../core/text/stem-word.ts';
import { tokenizeWords } from '../core/text/tokenize-words.ts';

/** Usual constants of BM25: saturation of term frequency, and how much length counts. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;

/** What was found of a text. */
export interface PassageScore {
  /** How well it answers the queries, 0 to 1, where 1 is the best of all texts. */
  score: number;
  /** The stems of the queries that it has. */
  terms: ReadonlySet<string>;
}

/**
 * How well each text answers the queries; the first query counts double.
 * BM25 (Robertson & Zaragoza 2009) over stemmed words, with the texts themselves as the collection.
 */
export function scorePassages(
  texts: readonly string[],
  queries: readonly string[],
  language: string,
): PassageScore[] {
  const weights = queryWeights(queries, language);
  const documents = texts.map((text) => countTerms(text, weights, language));
  const averageLength =
    documents.reduce((sum, document) => sum + document.length, 0) / Math.max(1, documents.length);
  const scores = documents.map(() => 0);
  for (const [term, weight] of weights) {
    const containing = documents.filter((document) => document.counts.has(term)).length;
    if (containing === 0) continue;
    const rarity = Math.log(1 + (documents.length - containing + 0.5) / (containing + 0.5));
    documents.forEach((document, index) => {
      const count = document.counts.get(term);
      if (count === undefined) return;
      const length = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * document.length) / averageLength;
      const gain = (count * (SATURATION + 1)) / (count + SATURATION * length);
      scores[index] = (scores[index] ?? 0) + weight * rarity * gain;
    });
  }
  const best = Math.max(0, ...scores);
  return documents.map(({ counts }, index) => ({
    score: best === 0 ? 0 : (scores[index] ?? 0) / best,
    terms: new Set(counts.keys()),
  }));
}

function queryWeights(queries: readonly string[], language: string): Map<string, number> {
  const weights = new Map<string, number>();
  queries.forEach((query, index) => {
    for (const term of new Set(queryTerms(query, language))) {
      weights.set(term, (weights.get(term) ?? 0) + (index === 0 ? 2 : 1));
    }
  });
  return weights;
}

/** How often each wanted term stands in a text, and how many words it has. */
function countTerms(
  text: string,
  wanted: ReadonlyMap<string, number>,
  language: string,
): { counts: ReadonlyMap<string, number>; length: number } {
  const words = tokenizeWords(text, language);
  const counts = new Map<string, number>();
  for (const word of words) {
    const term = stemWord(word, language);
    if (wanted.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return { counts, length: words.length };
}

/** The stems of a query that tell what it asks for. */
export function queryTerms(text: string, language: string): string[] {
  return tokenizeWords(text, language)
    .filter((word) => !isStopWord(word, language))
    .map((word) => stemWord(word, language));
}
