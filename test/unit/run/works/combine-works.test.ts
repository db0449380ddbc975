import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawWork } from '../../../../src/core/works/read-work.ts';
import {
  combineBatches,
  uniqueWorks,
  type WorksChunk,
} from '../../../../src/run/works/combine-works.ts';

type Batch = () => AsyncIterable<WorksChunk>;

const batch = (...chunks: readonly WorksChunk[]): Batch =>
  async function* () {
    yield* chunks;
  };
/** Works of a batch, two on each page. */
const paged = (works: readonly RawWork[]): Batch =>
  batch(
    ...Array.from({ length: Math.ceil(works.length / 2) }, (_, page) =>
      works.slice(page * 2, page * 2 + 2),
    ),
  );
const numbered = (...numbers: readonly number[]): RawWork[] =>
  numbers.map((number) => ({ id: `https://openalex.org/W${number}` }));

async function collect(chunks: AsyncIterable<WorksChunk>): Promise<RawWork[]> {
  return (await Array.fromAsync(chunks)).flat();
}

async function unique(works: readonly WorksChunk[], limit = Infinity) {
  const tally = { unique: 0, withoutId: 0 };
  const found = await collect(uniqueWorks(batch(...works)(), limit, tally));
  return { found, tally };
}

describe('uniqueWorks', () => {
  it('keeps the first of works with the same number, in their order', async () => {
    const first = { id: 'https://openalex.org/W1', from: 'first' };
    const again = { id: 'https://openalex.org/W1', from: 'second' };
    const { found, tally } = await unique([
      [first, ...numbered(2)],
      [again, ...numbered(3, 2)],
    ]);
    expect(found).toEqual([first, ...numbered(2, 3)]);
    expect(tally).toEqual({ unique: 3, withoutId: 0 });
  });

  it('knows a number in every form', async () => {
    const ids = ['https://openalex.org/W7', 'W7', 'w7', 'https://api.openalex.org/works/W7'];
    expect((await unique([ids.map((id) => ({ id }))])).found).toEqual([{ id: ids[0] }]);
  });

  it('tells numbers apart that are too large to reckon with', async () => {
    const close = [{ id: 'W9999999999999998' }, { id: 'W9999999999999999' }];
    expect((await unique([close, close])).found).toEqual(close);
  });

  it('leaves out works without a number, and counts them', async () => {
    const odd = [{}, { id: null }, { id: 7 }, { id: 'https://openalex.org/A5' }, { id: ['W1'] }];
    expect(await unique([odd, numbered(1)])).toEqual({
      found: numbered(1),
      tally: { unique: 1, withoutId: 5 },
    });
  });

  it('takes no more than the limit, and asks for no further page then', async () => {
    let pages = 0;
    const endless = async function* (): AsyncGenerator<WorksChunk> {
      for (;;) {
        pages += 1;
        yield numbered(pages * 3, pages * 3 + 1, pages * 3 + 2, pages * 3);
      }
    };
    const tally = { unique: 0, withoutId: 0 };
    const found = await collect(uniqueWorks(endless(), 7, tally));
    expect(found).toEqual(numbered(3, 4, 5, 6, 7, 8, 9));
    expect([pages, tally.unique]).toEqual([3, 7]);
  });

  it('hands no empty page on', async () => {
    const tally = { unique: 0, withoutId: 0 };
    const pages = uniqueWorks(batch(numbered(1), numbered(1), [], numbered(2))(), 9, tally);
    expect(await Array.fromAsync(pages)).toEqual([numbered(1), numbered(2)]);
  });
});

describe('combineBatches', () => {
  it('puts one batch after the other without a sort, and begins none before its turn', async () => {
    const begun: string[] = [];
    const watched = (name: string, works: readonly RawWork[]): Batch =>
      async function* () {
        begun.push(name);
        yield works;
      };
    const combined = combineBatches(
      [watched('a', numbered(5, 1)), watched('b', numbered(1, 9))],
      undefined,
    );
    expect((await combined.next()).value).toEqual(numbered(5, 1));
    expect(begun).toEqual(['a']);
    expect(await collect(combined)).toEqual(numbered(1, 9));
  });

  it('leaves the order of a single batch to the service', async () => {
    const works = [{ cited_by_count: 1 }, { cited_by_count: 9 }];
    expect(await collect(combineBatches([batch(works)], 'cited_by_count:desc'))).toEqual(works);
  });

  const cited = (...counts: readonly (number | null | undefined)[]): RawWork[] =>
    counts.map((cited_by_count, place) => ({ cited_by_count, place }));

  it('merges by a field, up and down', async () => {
    const up = [paged(cited(1, 4, 6)), paged(cited(2, 3, 9)), paged([])];
    const counts = async (batches: readonly Batch[], sort: string) =>
      (await collect(combineBatches(batches, sort))).map((work) => work['cited_by_count']);
    expect(await counts(up, 'cited_by_count')).toEqual([1, 2, 3, 4, 6, 9]);
    expect(await counts(up, 'cited_by_count:asc')).toEqual([1, 2, 3, 4, 6, 9]);
    const down = [paged(cited(6, 4, 1)), paged(cited(9, 3, 2))];
    expect(await counts(down, 'cited_by_count:desc')).toEqual([9, 6, 4, 3, 2, 1]);
  });

  it('compares numbers as numbers and days as text', async () => {
    const numbers = [paged(cited(9, 100)), paged(cited(10))];
    expect(await collect(combineBatches(numbers, 'cited_by_count'))).toMatchObject([
      { cited_by_count: 9 },
      { cited_by_count: 10 },
      { cited_by_count: 100 },
    ]);
    const days = (...list: readonly string[]): RawWork[] =>
      list.map((publication_date) => ({ publication_date }));
    const batches = [paged(days('2019-12-31', '2020-02-01')), paged(days('2020-01-15'))];
    expect(await collect(combineBatches(batches, 'publication_date'))).toEqual(
      days('2019-12-31', '2020-01-15', '2020-02-01'),
    );
  });

  it('keeps equal works in the order of their batches', async () => {
    const of = (name: string): RawWork[] =>
      Array.from({ length: 3 }, (_, place) => ({ name, place, cited_by_count: 5 }));
    const batches = [paged(of('a')), paged(of('b')), paged(of('c'))];
    for (const sort of ['cited_by_count', 'cited_by_count:desc'])
      expect(await collect(combineBatches(batches, sort))).toEqual([
        ...of('a'),
        ...of('b'),
        ...of('c'),
      ]);
  });

  it('asks the second field where the first is equal', async () => {
    const works = (...pairs: readonly [number, string][]): RawWork[] =>
      pairs.map(([publication_year, id]) => ({ publication_year, id }));
    const batches = [
      paged(works([2020, 'W2'], [2019, 'W4'])),
      paged(works([2020, 'W1'], [2020, 'W3'], [2019, 'W1'])),
    ];
    const sorted = await collect(combineBatches(batches, 'publication_year:desc,id'));
    expect(sorted).toEqual(
      works([2020, 'W1'], [2020, 'W2'], [2020, 'W3'], [2019, 'W1'], [2019, 'W4']),
    );
  });

  it.each(['cited_by_count', 'cited_by_count:desc'])(
    'puts works without the field last (%s)',
    async (sort) => {
      const batches = [paged(cited(null, undefined)), paged([{}]), paged(cited(3))];
      const [first, ...others] = await collect(combineBatches(batches, sort));
      expect(first).toMatchObject({ cited_by_count: 3 });
      expect(others).toHaveLength(3);
    },
  );

  it('loses nothing where values are no numbers at all', async () => {
    const odd = [[{ cited_by_count: {} }, { cited_by_count: 'many' }], [{ cited_by_count: 7 }]];
    const batches = odd.map((works) => paged(works));
    expect(await collect(combineBatches(batches, 'cited_by_count'))).toHaveLength(3);
  });

  it('sorts as one list would be sorted', async () => {
    const list = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.array(list, { minLength: 2, maxLength: 5 }), async (lists) => {
        const batches = lists.map((counts, name) =>
          counts
            .toSorted((left, right) => right - left)
            .map((cited_by_count) => ({ cited_by_count, name })),
        );
        const merged = await collect(combineBatches(batches.map(paged), 'cited_by_count:desc'));
        expect(merged).toEqual(
          batches.flat().toSorted((left, right) => right.cited_by_count - left.cited_by_count),
        );
      }),
    );
  });

  it('hands a merged list on in pages of 200', async () => {
    const many = (): RawWork[] => Array.from({ length: 250 }, () => ({ cited_by_count: 1 }));
    const pages = await Array.fromAsync(
      combineBatches([paged(many()), paged(many())], 'cited_by_count'),
    );
    expect(pages.map((page) => page.length)).toEqual([200, 200, 100]);
  });

  it('passes the failure of a page on', async () => {
    const failing: Batch = async function* () {
      yield numbered(1);
      throw new Error('page is gone');
    };
    for (const sort of [undefined, 'id'])
      await expect(collect(combineBatches([failing, paged(numbered(2))], sort))).rejects.toThrow(
        'page is gone',
      );
  });
});
