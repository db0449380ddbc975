import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorksPage } from '../../../../src/providers/openalex/works-page.ts';
import { type BoardPage, PageBoard } from '../../../../src/run/works/page-board.ts';
import { settlePromises } from '../../batch/manual-clock.ts';

const content = (id: string): WorksPage => ({ count: 1, works: [{ id }], groups: [] });

/** Reads a batch to its end; what is taken is told while it is read. */
function readBatch(board: PageBoard, batch: number) {
  const taken: { place: BoardPage['place']; isFresh: boolean }[] = [];
  const ended = (async () => {
    for await (const page of board.pagesOf(batch))
      taken.push({ place: page.place, isFresh: page.content !== undefined });
  })();
  return { taken, ended };
}

describe('PageBoard', () => {
  it('hands pages on in their order, each as soon as those before it are there', async () => {
    const board = new PageBoard(1);
    const { taken, ended } = readBatch(board, 0);
    board.put(0, 2, { page: 3 }, content('c'));
    board.put(0, 1, { page: 2 }, content('b'));
    await settlePromises();
    expect(taken).toEqual([]);
    board.put(0, 0, { cursor: '*' }, content('a'));
    await settlePromises();
    expect(taken.map(({ place }) => place)).toEqual([{ cursor: '*' }, { page: 2 }, { page: 3 }]);
    board.end(0);
    await ended;
  });

  it('passes over pages that never came, once the batch has ended', async () => {
    const board = new PageBoard(1);
    const { taken, ended } = readBatch(board, 0);
    board.put(0, 0, { cursor: '*' });
    board.put(0, 3, { page: 4 });
    await settlePromises();
    expect(taken).toHaveLength(1);
    board.end(0);
    await ended;
    expect(taken.map(({ place }) => place)).toEqual([{ cursor: '*' }, { page: 4 }]);
  });

  it('ends for a batch without pages, and for one that is none', async () => {
    const board = new PageBoard(2);
    board.end(0);
    const none = readBatch(board, 0);
    const beyond = readBatch(board, 7);
    board.put(7, 0, { cursor: '*' });
    board.end(7);
    await Promise.all([none.ended, beyond.ended]);
    expect([none.taken, beyond.taken]).toEqual([[], []]);
  });

  it('keeps batches apart, and ends all of them at once', async () => {
    const board = new PageBoard(2);
    const [one, other] = [readBatch(board, 0), readBatch(board, 1)];
    board.put(1, 0, { page: 7 });
    board.endAll();
    await Promise.all([one.ended, other.ended]);
    expect(one.taken).toEqual([]);
    expect(other.taken.map(({ place }) => place)).toEqual([{ page: 7 }]);
  });

  it('takes a page once, the first that came', async () => {
    const board = new PageBoard(1);
    board.put(0, 0, { cursor: '*' }, content('first'));
    board.put(0, 0, { page: 1 }, content('second'));
    board.end(0);
    const pages = [];
    for await (const page of board.pagesOf(0)) pages.push({ ...page });
    expect(pages).toEqual([{ place: { cursor: '*' }, content: content('first') }]);
  });

  it('holds the contents of the newest pages only', async () => {
    const board = new PageBoard(1);
    for (let index = 0; index < 40; index++) board.put(0, index, { page: index + 1 }, content('x'));
    board.end(0);
    const { taken, ended } = readBatch(board, 0);
    await ended;
    expect(taken).toHaveLength(40);
    const isFresh = taken.map((page) => page.isFresh);
    const first = isFresh.indexOf(true);
    expect(first).toBeGreaterThanOrEqual(40 - 16);
    expect(isFresh.slice(first)).toEqual(Array<boolean>(40 - first).fill(true));
  });

  it('lets go of a content once it was taken', async () => {
    const board = new PageBoard(1);
    const reading = board.pagesOf(0);
    const held: BoardPage[] = [];
    for (let index = 0; index < 20; index++) {
      board.put(0, index, { page: index + 1 }, content('x'));
      const { value } = await reading.next();
      held.push(value as BoardPage);
      expect(held.filter((page) => page.content !== undefined)).toHaveLength(1);
    }
  });

  it('gives every page in order, in whatever order they come', async () => {
    const order = fc.integer({ min: 1, max: 30 }).chain((pages) =>
      fc.shuffledSubarray(
        Array.from({ length: pages }, (_, index) => index),
        { minLength: 0 },
      ),
    );
    await fc.assert(
      fc.asyncProperty(order, fc.nat(30), async (indexes, endsAfter) => {
        const board = new PageBoard(1);
        const { taken, ended } = readBatch(board, 0);
        for (const [turn, index] of indexes.entries()) {
          if (turn === endsAfter) await settlePromises();
          board.put(0, index, { page: index });
        }
        board.end(0);
        await ended;
        expect(taken.map(({ place }) => place)).toEqual(
          indexes.toSorted((left, right) => left - right).map((page) => ({ page })),
        );
      }),
    );
  });
});
