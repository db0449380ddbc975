import { comparePhrases, keywordPhrase } from './compare-keywords.ts';

/** Makes a vector of length 1 of each phrase, or an error of one that has none. */
export type EmbedPhrases = (
  phrases: readonly string[],
) => Promise<readonly (Float32Array | Error)[]>;

/** One of a list of keywords that is like the one asked about. */
export interface Alike {
  /** Place in the list. */
  index: number;
  /** Above 0, to 1. */
  likeness: number;
}

/** Likeness of English keywords by meaning. */
export interface KeywordMeaning {
  /**
   * Those of `others` that may ask for the same as a keyword in other words, for each of the keywords: at most a handful,
   * the nearest. Vectors are kept, so that each keyword is embedded once.
   */
  findAlike(keywords: readonly string[], others: readonly string[]): Promise<Alike[][]>;
}

/** Keywords that are examined word by word, of those nearest as wholes; one may be the keyword itself. */
const NEAREST = 6;
/** Wholes that are less near than this never ask for the same. */
const LEAST_NEAR = 0.45;
/** Synonyms have more than one meaning: as wholes such keywords are at least as near as this. */
const LEAST_NEAR_SYNONYMS = 0.6;
const SYNONYMS_LIKENESS = 0.95;
/** A cosine and the likeness that it stands for; between them it is interpolated. Calibrated in `bench/similarity.ts`. */
type Scale = readonly (readonly [cosine: number, likeness: number])[];
const OF_WHOLES: Scale = [
  [0.5, 0.4],
  [0.8, 0.85],
  [0.88, 0.9],
  [1, 1],
];
const OF_RESTS: Scale = [
  [0.2, 0.4],
  [0.57, 0.85],
  [0.7, 0.9],
  [0.9, 1],
];

/**
 * Compares keywords by meaning. The vectors of whole phrases find the near ones; but a phrase about the same subject with
 * another question is as near as a paraphrase. So what both share is set aside, and the vectors of the rests decide.
 */
export function createKeywordMeaning(embed: EmbedPhrases): KeywordMeaning {
  const known = new Map<string, Promise<Float32Array | undefined>>();

  /** The vectors of phrases; those that are new are embedded together. */
  async function vectorsOf(phrases: readonly string[]): Promise<(Float32Array | undefined)[]> {
    const fresh = [...new Set(phrases)].filter((phrase) => phrase !== '' && !known.has(phrase));
    if (fresh.length > 0) {
      const made = embed(fresh);
      for (const [index, phrase] of fresh.entries()) {
        const vector = made.then(
          (vectors) => vectors[index],
          (error: unknown) => {
            known.delete(phrase);
            throw error;
          },
        );
        known.set(
          phrase,
          vector.then((found) => (found instanceof Float32Array ? found : undefined)),
        );
      }
    }
    return Promise.all(phrases.map(async (phrase) => known.get(phrase)));
  }

  return {
    async findAlike(keywords, others) {
      const [left, right] = [keywords.map(keywordPhrase), others.map(keywordPhrase)];
      const vectors = await vectorsOf([...left, ...right]);
      const pairs = left.flatMap((phrase, from) =>
        nearest(vectors[from], vectors.slice(left.length)).map(({ index, cosine }) => {
          return { from, index, cosine, comparison: comparePhrases(phrase, right[index] ?? '') };
        }),
      );
      await vectorsOf(
        pairs.flatMap(({ comparison }) =>
          comparison.kind === 'change' ? [comparison.left, comparison.right] : [],
        ),
      );
      const found: Alike[][] = keywords.map(() => []);
      for (const { from, index, cosine, comparison } of pairs) {
        let likeness = 0;
        if (comparison.kind === 'change') {
          const [one, other] = await vectorsOf([comparison.left, comparison.right]);
          likeness = one && other ? onScale(dot(one, other), OF_RESTS) : 0;
        } else if (comparison.kind === 'addition') {
          likeness = onScale(cosine, OF_WHOLES);
        } else if (comparison.kind === 'same' && comparison.areEqual) {
          likeness = 1;
        } else if (comparison.kind === 'same' && cosine >= LEAST_NEAR_SYNONYMS) {
          likeness = SYNONYMS_LIKENESS;
        }
        if (likeness > 0) found[from]?.push({ index, likeness });
      }
      return found;
    },
  };
}

function nearest(
  vector: Float32Array | undefined,
  others: readonly (Float32Array | undefined)[],
): { index: number; cosine: number }[] {
  if (vector === undefined) return [];
  const best: { index: number; cosine: number }[] = [];
  for (const [index, other] of others.entries()) {
    if (other === undefined) continue;
    const cosine = dot(vector, other);
    if (cosine < Math.max(LEAST_NEAR, best.length < NEAREST ? 0 : (best.at(-1)?.cosine ?? 0)))
      continue;
    best.push({ index, cosine });
    best.sort((one, another) => another.cosine - one.cosine);
    best.length = Math.min(best.length, NEAREST);
  }
  return best;
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index++) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}

function onScale(cosine: number, scale: Scale): number {
  const at = scale.findIndex(([upper]) => cosine < upper);
  if (at === 0) return 0;
  const [low, high] = [scale.at(at === -1 ? -1 : at - 1), at === -1 ? undefined : scale[at]];
  if (low === undefined) return 0;
  if (high === undefined) return low[1];
  return low[1] + ((cosine - low[0]) / (high[0] - low[0])) * (high[1] - low[1]);
}
