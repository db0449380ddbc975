import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import { createEmbeddingQueue } from '../../../src/library/embedding-queue.ts';
import type { MeaningText } from '../../../src/library/meaning-text.ts';
import { openLibraryDatabase } from '../../../src/library/library-database.ts';
import { openVectorStore } from '../../../src/library/vector-store.ts';
import { createWordEmbedder } from '../../support/word-embedder.ts';

let database: DatabaseSync;
beforeEach(async () => {
  database = await openLibraryDatabase(':memory:');
});
afterEach(() => database.close());

const scope = (signal = new AbortController().signal) => ({ signal });
const textOf = (text: string, tokens = 5): MeaningText => ({
  title: 'T',
  body: text,
  textHash: text,
  tokens,
});
const many = (name: string, count: number, tokens?: number): MeaningText[] =>
  Array.from({ length: count }, (_, index) => textOf(`${name} ${index}`, tokens));
/** All that can happen without anything from outside has happened. */
const settle = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('createEmbeddingQueue', () => {
  it('sends the texts of several documents in one request once all of them wait', async () => {
    const embedder = createWordEmbedder();
    const queue = createEmbeddingQueue(database, embedder);
    const leaves = [queue.enter(), queue.enter(), queue.enter()];
    const first = queue.embed([textOf('a'), textOf('b')], scope());
    const second = queue.embed([textOf('c')], scope());
    await settle();
    expect(embedder.requests).toEqual([]);
    const third = queue.embed([textOf('d')], scope());
    expect(await Promise.all([first, second, third])).toEqual([
      [undefined, undefined],
      [undefined],
      [undefined],
    ]);
    expect(embedder.requests).toEqual([['T\na', 'T\nb', 'T\nc', 'T\nd']]);
    leaves.forEach((leave) => leave());
  });

  it('does not wait for a document that has left without texts', async () => {
    const embedder = createWordEmbedder();
    const queue = createEmbeddingQueue(database, embedder);
    queue.enter();
    const leave = queue.enter();
    const waiting = queue.embed([textOf('a')], scope());
    await settle();
    expect(embedder.requests).toEqual([]);
    leave();
    leave();
    expect(await waiting).toEqual([undefined]);
  });

  it('sends full requests at once, by number and by tokens', async () => {
    const embedder = createWordEmbedder();
    const queue = createEmbeddingQueue(database, embedder);
    queue.enter();
    queue.enter();
    void queue.embed(many('few', 2500), scope());
    await settle();
    expect(embedder.requests.map(({ length }) => length)).toEqual([1000, 1000, 500]);
    void queue.embed(many('long', 100, 100_000), scope());
    await settle();
    expect(embedder.requests.slice(3, 5).map(({ length }) => length)).toEqual([3, 3]);
  });

  it('keeps an idle embedder at work as soon as it is worth a request', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const embedder = createWordEmbedder({ before: () => promise });
    const queue = createEmbeddingQueue(database, embedder);
    queue.enter();
    queue.enter();
    queue.enter();
    const first = queue.embed(many('first', 200), scope());
    const second = queue.embed(many('second', 200), scope());
    await settle();
    expect(embedder.requests.map(({ length }) => length)).toEqual([200]);
    resolve();
    await Promise.all([first, second]);
    expect(embedder.requests.map(({ length }) => length)).toEqual([200, 200]);
  });

  it('embeds equal texts once, and none that the index has a vector of', async () => {
    const embedder = createWordEmbedder();
    const queue = createEmbeddingQueue(database, embedder);
    openVectorStore(database, embedder.name).save('known', [new Float32Array(64)]);
    queue.enter();
    queue.enter();
    const answers = await Promise.all([
      queue.embed([textOf('a'), textOf('known'), textOf('a')], scope()),
      queue.embed([textOf('a')], scope()),
    ]);
    expect(answers).toEqual([[undefined, undefined, undefined], [undefined]]);
    expect(embedder.requests).toEqual([['T\na']]);
    await queue.embed([textOf('a')], scope());
    expect(embedder.requests).toHaveLength(1);
  });

  it('tells which texts have failed, and keeps the vectors of the others', async () => {
    const embedder = createWordEmbedder({
      fail: (text) => (text === 'T\nb' ? new Error('too long') : undefined),
    });
    const queue = createEmbeddingQueue(database, embedder);
    const texts = ['a', 'b', 'c'].map((text) => textOf(text));
    expect(await queue.embed(texts, scope())).toEqual([
      undefined,
      new Error('too long'),
      undefined,
    ]);
    const store = openVectorStore(database, embedder.name);
    expect(texts.map(({ textHash }) => store.has(textHash))).toEqual([true, false, true]);
  });

  it('tells what ends a run to every document that waits', async () => {
    const error = new AppError('QUOTA_EXHAUSTED', 'No money is left.');
    const embedder = createWordEmbedder({ before: () => Promise.reject(error) });
    const queue = createEmbeddingQueue(database, embedder);
    queue.enter();
    queue.enter();
    const first = queue.embed([textOf('a')], scope());
    const second = queue.embed([textOf('b')], scope());
    await expect(first).rejects.toBe(error);
    await expect(second).rejects.toBe(error);
  });

  it('lets a document go that is aborted, and goes on for the others of its request', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const signals: AbortSignal[] = [];
    const embedder = createWordEmbedder({
      before: (_, { signal }) => {
        signals.push(signal);
        return promise;
      },
    });
    const queue = createEmbeddingQueue(database, embedder);
    queue.enter();
    queue.enter();
    const reason = new Error('stop');
    const abort = new AbortController();
    const first = queue.embed([textOf('a'), textOf('shared')], scope(abort.signal));
    const second = queue.embed([textOf('shared'), textOf('b')], scope());
    abort.abort(reason);
    await expect(first).rejects.toBe(reason);
    expect(signals[0]?.aborted).toBe(false);
    resolve();
    expect(await second).toEqual([undefined, undefined]);
  });

  it('ends a request that nobody waits for any more', async () => {
    const signals: AbortSignal[] = [];
    const embedder = createWordEmbedder({
      before: (_, { signal }) => {
        signals.push(signal);
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        });
      },
    });
    const queue = createEmbeddingQueue(database, embedder);
    const reason = new Error('stop');
    const abort = new AbortController();
    const waiting = queue.embed([textOf('a')], scope(abort.signal));
    abort.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(signals[0]?.reason).toBe(reason);
  });
});
