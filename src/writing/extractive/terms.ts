import { isStopWord } from '../../core/text/stop-words.ts';
import { stemWord } from '../../core/text/stem-word.ts';
import { tokenizeWords } from '../../core/text/tokenize-words.ts';

/** Distinct stems of the words that carry a topic, in order of appearance; numbers are left out. */
export function readTerms(text: string, language: string): string[] {
  const terms = new Set<string>();
  for (const word of tokenizeWords(text, language)) {
    if (/^\d/u.test(word) || isStopWord(word, language)) continue;
    terms.add(stemWord(word, language));
  }
  return [...terms];
}

/** Inverse document frequencies of terms, and vectors of unit length made with them. */
export class TermWeights {
  readonly #frequencies = new Map<string, number>();
  readonly #documents: number;

  /** @param documents the terms of each paragraph of the material. */
  constructor(documents: readonly (readonly string[])[]) {
    this.#documents = documents.length;
    for (const document of documents) {
      for (const term of new Set(document))
        this.#frequencies.set(term, (this.#frequencies.get(term) ?? 0) + 1);
    }
  }

  /** 0 for a term that is nowhere in the material; near 0 for one that is everywhere. */
  weight(term: string): number {
    const frequency = this.#frequencies.get(term);
    return frequency === undefined
      ? 0
      : Math.log(1 + (this.#documents - frequency + 0.5) / (frequency + 0.5));
  }

  vector(terms: readonly string[], factor = 1): TermVector {
    const vector: TermVector = new Map();
    for (const term of terms) {
      const weight = this.weight(term) * factor;
      if (weight > 0) vector.set(term, (vector.get(term) ?? 0) + weight);
    }
    return vector;
  }

  /** The weighted share of `wanted` that `found` holds, 0 to 1; terms that the material does not know count nothing. */
  coverage(wanted: readonly string[], found: ReadonlySet<string>): number {
    let total = 0;
    let covered = 0;
    for (const term of wanted) {
      const weight = this.weight(term);
      total += weight;
      if (found.has(term)) covered += weight;
    }
    return total === 0 ? 0 : covered / total;
  }
}

export type TermVector = Map<string, number>;

/** The sum of vectors. */
export function sumVectors(vectors: Iterable<TermVector>): TermVector {
  const sum: TermVector = new Map();
  for (const vector of vectors)
    for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight);
  return sum;
}

/** Cosine of two vectors, 0 to 1; 0 when one is empty. */
export function cosine(left: TermVector, right: TermVector): number {
  const [short, long] = left.size < right.size ? [left, right] : [right, left];
  let product = 0;
  for (const [term, weight] of short) product += weight * (long.get(term) ?? 0);
  return product === 0 ? 0 : product / (length(left) * length(right));
}

const lengths = new WeakMap<TermVector, number>();

function length(vector: TermVector): number {
  let known = lengths.get(vector);
  if (known === undefined) {
    let sum = 0;
    for (const weight of vector.values()) sum += weight * weight;
    known = Math.sqrt(sum);
    lengths.set(vector, known);
  }
  return known;
}
