import { hash } from 'node:crypto';
import { tokenizeWords } from '../../src/core/text/tokenize-words.ts';
import type { CallScope } from '../../src/providers/call.ts';
import type { Embedder } from '../../src/providers/embedder.ts';

export interface WordEmbedderOptions {
  name?: string;
  dimensions?: number;
  /** Words that mean the same: each counts as the first of its list. */
  synonyms?: readonly (readonly string[])[];
  /** Why a text gets no vector; the call is counted all the same. */
  fail?: (text: string) => Error | undefined;
  /** Looked at before every request. */
  before?: (texts: readonly string[], scope: CallScope) => Promise<void> | void;
}

/** An embedder that knows which words mean the same, and keeps what it was asked. */
export interface WordEmbedder extends Embedder {
  /** The texts of each request. */
  readonly requests: string[][];
}

/** Makes vectors of counts of words: texts of the same words are near, whatever their order. */
export function createWordEmbedder(options: WordEmbedderOptions = {}): WordEmbedder {
  const { dimensions = 64, synonyms = [], fail, before } = options;
  const requests: string[][] = [];
  const meaning = new Map(synonyms.flatMap((list) => list.map((word) => [word, list[0] ?? word])));
  const vectorOf = (text: string): Float32Array => {
    const vector = new Float32Array(dimensions);
    for (const word of tokenizeWords(text)) {
      const digest = hash('sha256', meaning.get(word) ?? word, 'buffer');
      const place = digest.readUInt32LE(0) % dimensions;
      vector[place] = (vector[place] ?? 0) + 1;
    }
    const length = Math.hypot(...vector) || 1;
    return vector.map((value) => value / length);
  };
  return {
    name: options.name ?? 'test:words',
    requests,
    prepare: async () => undefined,
    async embed(texts, scope) {
      scope.signal.throwIfAborted();
      requests.push([...texts]);
      await before?.(texts, scope);
      return texts.map((text) => fail?.(text) ?? vectorOf(text));
    },
    close: async () => undefined,
  };
}
