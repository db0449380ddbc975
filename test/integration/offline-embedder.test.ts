import { afterAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/providers/embedder.ts';
import { createOfflineEmbedder } from '../../src/providers/offline-embedder.ts';

const free = () => ({ signal: new AbortController().signal });
const dot = (left: Float32Array, right: Float32Array): number =>
  [...left].reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);

describe('the offline embedder', () => {
  const embedder = createOfflineEmbedder({ workers: 2 });
  afterAll(() => embedder.close());

  it('gives unit vectors that tell meaning, in the order of the texts', async () => {
    const texts = [
      'how to fix a flat tyre on a bicycle',
      'capital gains tax on shares',
      'repairing a punctured bike tire',
    ];
    const [fix, tax, repair] = await vectorsOf(embedder, texts);
    expect(fix).toHaveLength(512);
    expect(dot(fix, fix)).toBeCloseTo(1, 5);
    expect(dot(fix, repair)).toBeGreaterThan(dot(fix, tax) + 0.2);
    expect(embedder.name).toBe('offline:universal-sentence-encoder-lite');
  });

  it('gives a text the same vector whatever stands beside it', async () => {
    const texts = Array.from({ length: 40 }, (_, index) =>
      `The battery ${index} lost charge in winter. `.repeat(((index * 7) % 11) + 1),
    );
    const together = await vectorsOf(embedder, texts);
    for (const index of [0, 13, 39]) {
      const [alone] = await vectorsOf(embedder, [texts[index] ?? '']);
      expect(dot(together[index] as Float32Array, alone)).toBeGreaterThan(0.9999);
    }
  });

  it('refuses what it can tell nothing about, and only that', async () => {
    const texts = [
      '',
      ' \n',
      '漢字とかな',
      'Тепловой насос',
      '🔥🔥',
      'Heat pump 漢',
      '12 345',
      'x\ud800y',
    ];
    const found = await embedder.embed(texts, free());
    expect(found.map((vector) => vector instanceof Error)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect((found[3] as Error).message).toContain('Latin');
  });

  it('embeds a text of any length as the mean of its parts', async () => {
    // Only the end tells these two apart.
    const opening = 'The bike battery lost a third of its range in the cold. '.repeat(20);
    const [first, second] = await vectorsOf(embedder, [
      `${opening} The tax office wants the return.`,
      `${opening} Compost needs air and water.`,
    ]);
    expect(dot(first, second)).toBeLessThan(0.9999);
    const bikes = 'A bicycle needs oil on its chain and air in its tyres. '.repeat(60);
    const taxes = 'The tax office wants the return before the end of July. '.repeat(60);
    const [both, bike, tax] = await vectorsOf(embedder, [bikes + taxes, bikes, taxes]);
    expect(dot(both, both)).toBeCloseTo(1, 5);
    expect(dot(both, bike)).toBeGreaterThan(dot(bike, tax) + 0.2);
    expect(dot(both, tax)).toBeGreaterThan(dot(bike, tax) + 0.2);
    expect(await embedder.embed(['a'.repeat(20_000)], free())).toHaveLength(1);
  });

  it('stops when it is told to, and goes on to work', async () => {
    const stop = new AbortController();
    const texts = Array.from({ length: 4000 }, (_, index) => `Text number ${index} about nothing.`);
    const running = embedder.embed(texts, { signal: stop.signal });
    const reason = new Error('Enough.');
    stop.abort(reason);
    await expect(running).rejects.toBe(reason);
    await expect(async () => embedder.embed(['x'], { signal: stop.signal })).rejects.toBe(reason);
    expect(await vectorsOf(embedder, ['It works.'])).toHaveLength(1);
  });

  it('starts anew after it was closed', async () => {
    await embedder.close();
    expect(await vectorsOf(embedder, ['It works.'])).toHaveLength(1);
  });
});

async function vectorsOf(
  embedder: Embedder,
  texts: readonly string[],
): Promise<[Float32Array, Float32Array, Float32Array, ...Float32Array[]]> {
  const found = await embedder.embed(texts, free());
  for (const vector of found) if (vector instanceof Error) throw vector;
  return found as [Float32Array, Float32Array, Float32Array, ...Float32Array[]];
}
