import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/core/errors.ts';
import { fetchBatch } from '../../../../src/run/works/fetch-batch.ts';
import { failureOf } from '../../batch/failure-of.ts';
import { settlePromises } from '../../batch/manual-clock.ts';
import { unavailable, upTo, WorksList } from './works-list.ts';

describe('a batch whose works fit on one page', () => {
  it.each([0, 1, 9, 10])('asks once for %d works', async (count) => {
    const list = new WorksList(count);
    expect(await fetchBatch(list.fetch())).toEqual({ places: [{ cursor: '*' }], notes: [] });
    expect(list.numbers).toEqual(upTo(count));
    expect(list.asked).toEqual(['*']);
    expect(list.progress).toEqual([[1, 1]]);
  });

  it('asks for no more than is wanted', async () => {
    const list = new WorksList(500);
    await fetchBatch(list.fetch({ limit: 10 }));
    expect(list.asked).toEqual(['*']);
  });
});

describe('a batch of up to 10,000 works', () => {
  it('has its first page by cursor and the others at once by number, in order', async () => {
    const list = new WorksList(95);
    const { places, notes } = await fetchBatch(list.fetch());
    expect(places).toEqual([{ cursor: '*' }, ...upTo(9).map((page) => ({ page: page + 1 }))]);
    expect(notes).toEqual([]);
    expect(list.numbers).toEqual(upTo(95));
    expect(list.asked).toHaveLength(10);
    expect(list.progress[0]).toEqual([1, 10]);
    expect(list.progress.at(-1)).toEqual([10, 10]);
  });

  it('keeps the order whichever page comes first', async () => {
    const list = new WorksList(60);
    const doors = new Map<string, () => void>();
    list.change = (page, place) =>
      place === '*' ? page : new Promise((resolve) => doors.set(place, () => resolve(page)));
    const fetching = fetchBatch(list.fetch({ fanOut: 8 }));
    await settlePromises();
    expect(list.inFlight).toBe(5);
    for (const place of ['6', '3', '5', '2', '4']) {
      doors.get(place)?.();
      await settlePromises();
    }
    expect((await fetching).places).toHaveLength(6);
    expect(list.numbers).toEqual(upTo(60));
  });

  it.each([1, 3, 16])('asks for %d pages at a time', async (fanOut) => {
    const list = new WorksList(300);
    list.change = async (page) => {
      await settlePromises();
      return page;
    };
    await fetchBatch(list.fetch({ fanOut }));
    expect(list.mostInFlight).toBe(fanOut);
  });

  it('stops at what is wanted', async () => {
    const list = new WorksList(40_000);
    await fetchBatch(list.fetch({ limit: 35 }));
    expect(list.asked.toSorted()).toEqual(['*', '2', '3', '4']);
  });

  it('reaches the very last page that has a number', async () => {
    const list = new WorksList(10_000, { perPage: 200 });
    await fetchBatch(list.fetch());
    expect(list.asked).toContain('50');
    expect(list.asked).toHaveLength(50);
    expect(list.numbers).toEqual(upTo(10_000));
  });

  it('says so when fewer works come than were counted, and asks once more from the beginning', async () => {
    const list = new WorksList(40);
    list.change = (page) => ({ ...page, works: page.works.slice(0, 5) });
    const { notes, places } = await fetchBatch(list.fetch());
    expect(notes).toEqual(['OpenAlex counts 40 works, and 20 different ones came.']);
    expect(list.asked.filter((place) => place === '1')).toHaveLength(1);
    expect(places.at(-1)).toEqual({ page: 1 });
  });

  it('says so when even the only page is short', async () => {
    const list = new WorksList(8);
    list.change = (page) => ({ ...page, works: page.works.slice(0, 3) });
    const { notes } = await fetchBatch(list.fetch());
    expect(notes).toEqual(['OpenAlex counts 8 works, and 3 different ones came.']);
    expect(list.asked).toEqual(['*']);
  });

  it('finds what is missing where lists by cursor and by number have another order', async () => {
    const list = new WorksList(30);
    // By cursor the list begins with what is the second page by number.
    list.change = (page, place) =>
      place === '*'
        ? { ...page, works: upTo(10).map((number) => ({ id: `W${number + 10}` })) }
        : page;
    const { places, notes } = await fetchBatch(list.fetch());
    expect(places).toEqual([{ cursor: '*' }, { page: 2 }, { page: 3 }, { page: 1 }]);
    expect(notes).toEqual([]);
    expect(new Set(list.numbers)).toEqual(new Set(upTo(30)));
  });

  it('fetches what was added while it was read', async () => {
    const list = new WorksList(52);
    list.change = (page, place) => (place === '*' || place === '2' ? { ...page, count: 30 } : page);
    const { places, notes } = await fetchBatch(list.fetch({ fanOut: 1 }));
    expect(places).toHaveLength(6);
    expect(list.numbers).toEqual(upTo(52));
    expect(notes).toEqual(['The count changed from 30 to 52 while the pages were fetched.']);
  });

  it('takes what is left where works were removed while it was read', async () => {
    const list = new WorksList(34);
    list.change = (page, place) => (place === '*' ? { ...page, count: 55 } : page);
    const { notes } = await fetchBatch(list.fetch({ fanOut: 1 }));
    expect(list.numbers).toEqual(upTo(34));
    expect(notes).toEqual(['The count changed from 55 to 34 while the pages were fetched.']);
    expect(list.asked).toEqual(['*', '2', '3', '4', '5', '6']);
  });

  it('counts works without a number as works of their own', async () => {
    const list = new WorksList(30);
    list.change = (page) => ({
      ...page,
      works: page.works.map((work, index) => (index % 2 === 0 ? {} : work)),
    });
    expect(await fetchBatch(list.fetch())).toMatchObject({ notes: [] });
    expect(list.asked).not.toContain('1');
  });

  it('never tells of more pages than there are', async () => {
    const list = new WorksList(40);
    list.change = (page) => ({ ...page, works: page.works.slice(0, 5) });
    await fetchBatch(list.fetch());
    for (const [done, total] of list.progress) expect(done).toBeLessThanOrEqual(total);
  });
});

describe('a page that fails', () => {
  it('keeps no other from being fetched, and is named', async () => {
    const list = new WorksList(95);
    list.change = (page, place) => {
      if (place === '3') throw unavailable();
      return page;
    };
    const error = await failureOf(fetchBatch(list.fetch()));
    expect(error).toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      message: 'Page 3 of 10: OpenAlex is out of order at the moment (HTTP 503).',
      suggestions: ['Try again later.'],
      status: 503,
    });
    expect(list.asked).toHaveLength(10);
    expect(list.numbers).toEqual(upTo(95).filter((number) => number <= 20 || number > 30));
  });

  it('is the first of several in the list, whichever failed first', async () => {
    const list = new WorksList(95);
    list.change = async (page, place) => {
      if (place === '2') await settlePromises();
      if (['2', '5', '9'].includes(place)) throw unavailable();
      return page;
    };
    const error = (await failureOf(fetchBatch(list.fetch({ fanOut: 16 })))) as AppError;
    expect(error.message).toMatch(/^Page 2 of 10: .* 2 other pages failed, too\.$/);
    expect(list.asked).toHaveLength(10);
  });

  it('leaves a first page as it is: nothing else is known', async () => {
    const list = new WorksList(95);
    const failure = unavailable();
    list.change = () => {
      throw failure;
    };
    expect(await failureOf(fetchBatch(list.fetch()))).toBe(failure);
    expect(list.asked).toEqual(['*']);
  });

  it('ends the batch at once where no other can be fetched either', async () => {
    const list = new WorksList(300);
    const stop = new AppError('QUOTA_EXHAUSTED', 'OpenAlex has no credits left for today.');
    list.change = async (page, place) => {
      if (place === '*') return page;
      if (place === '2') throw unavailable();
      await settlePromises();
      if (place === '4') throw stop;
      return page;
    };
    expect(await failureOf(fetchBatch(list.fetch({ fanOut: 4 })))).toBe(stop);
    expect(list.asked.length).toBeLessThan(12);
  });

  it('ends a list by cursor', async () => {
    const list = new WorksList(10_500, { perPage: 200 });
    const failure = unavailable();
    list.change = (page, place) => {
      if (place === 'c3') throw failure;
      return page;
    };
    expect(await failureOf(fetchBatch(list.fetch()))).toBe(failure);
    expect(list.asked).toEqual(['*', 'c2', 'c3']);
  });
});

describe('an aborted batch', () => {
  it.each([95, 10_500])('of %d works asks for no further page', async (count) => {
    const list = new WorksList(count, { perPage: count < 1000 ? 10 : 200 });
    const controller = new AbortController();
    const reason = new DOMException('Stopped by the user.', 'AbortError');
    list.change = (page, place) => {
      if (place === '3' || place === 'c3') controller.abort(reason);
      controller.signal.throwIfAborted();
      return page;
    };
    const { signal } = controller;
    expect(await failureOf(fetchBatch(list.fetch({ signal, fanOut: 1 })))).toBe(reason);
    expect(list.asked).toHaveLength(3);
  });

  it('tells pages in flight to stop', async () => {
    const list = new WorksList(95);
    const controller = new AbortController();
    const reason = new Error('stopped');
    const { fetchPage } = list.fetch();
    const aborted: unknown[] = [];
    const fetching = fetchBatch(
      list.fetch({
        signal: controller.signal,
        fetchPage: async (place, signal) => {
          if ('cursor' in place) return fetchPage(place, signal);
          return new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => {
              aborted.push(signal.reason);
              reject(signal.reason as Error);
            });
          });
        },
      }),
    );
    await settlePromises();
    controller.abort(reason);
    expect(await failureOf(fetching)).toBe(reason);
    expect(aborted).toEqual([reason, reason, reason, reason]);
  });
});

describe('a batch of more than 10,000 works', () => {
  it('is read by cursor, one page after the other', async () => {
    const list = new WorksList(10_101, { perPage: 200 });
    const { places, notes } = await fetchBatch(list.fetch({ fanOut: 16 }));
    expect(list.numbers).toEqual(upTo(10_101));
    expect(list.mostInFlight).toBe(1);
    expect(places.slice(0, 3)).toEqual([{ cursor: '*' }, { cursor: 'c2' }, { cursor: 'c3' }]);
    expect(list.asked).toHaveLength(51);
    expect(notes).toEqual([]);
    expect(list.progress[0]).toEqual([1, 51]);
    expect(list.progress.at(-1)).toEqual([51, 51]);
  });

  it('ends with what is wanted', async () => {
    const list = new WorksList(50_000, { perPage: 200 });
    await fetchBatch(list.fetch({ limit: 10_350 }));
    expect(list.asked).toHaveLength(52);
    expect(list.numbers).toEqual(upTo(10_400));
  });

  it('ends with an empty page behind the last one', async () => {
    const list = new WorksList(10_400, { perPage: 200 });
    list.change = (page, place) => ({
      ...page,
      // One is missing, so that the count does not tell the end.
      works: place === '*' ? page.works.slice(1) : page.works,
      ...(place === 'c52' && { nextCursor: 'c53' }),
    });
    const { notes } = await fetchBatch(list.fetch());
    expect(list.asked.at(-1)).toBe('c53');
    expect(notes).toEqual(['OpenAlex counts 10400 works, and 10399 different ones came.']);
  });

  it('asks for no empty page where the count tells the end', async () => {
    const list = new WorksList(10_400, { perPage: 200 });
    list.change = (page, place) => ({ ...page, ...(place === 'c52' && { nextCursor: 'c53' }) });
    await fetchBatch(list.fetch());
    expect(list.asked).toHaveLength(52);
  });

  it('fetches what was added while it was read', async () => {
    const list = new WorksList(10_700, { perPage: 200 });
    list.change = (page, place) =>
      place === '*' || place === 'c2' ? { ...page, count: 10_300 } : page;
    const { notes } = await fetchBatch(list.fetch());
    expect(list.numbers).toEqual(upTo(10_700));
    expect(notes).toEqual(['The count changed from 10300 to 10700 while the pages were fetched.']);
  });

  it('takes what is left where works were removed while it was read', async () => {
    const list = new WorksList(10_300, { perPage: 200 });
    list.change = (page, place) => (place === '*' ? { ...page, count: 10_900 } : page);
    const { notes } = await fetchBatch(list.fetch());
    expect(list.numbers).toEqual(upTo(10_300));
    expect(notes).toEqual(['The count changed from 10900 to 10300 while the pages were fetched.']);
  });

  it.each([
    ['itself', (place: string) => place],
    ['the first page', () => '*'],
    ['an earlier page', () => 'c2'],
  ])('fails where a page leads to %s', async (_name, next) => {
    const list = new WorksList(10_500, { perPage: 200 });
    list.change = (page, place) => (place === 'c4' ? { ...page, nextCursor: next(place) } : page);
    const error = await failureOf(fetchBatch(list.fetch()));
    expect(error).toMatchObject({ code: 'ANSWER_INVALID', retryable: false });
    expect((error as AppError).message).toContain('behind page 4');
    expect(list.asked).toHaveLength(4);
  });
});

describe('a batch of groups', () => {
  it('is read by cursor until a page is not full', async () => {
    const list = new WorksList(25, { isGrouped: true });
    const { places, notes } = await fetchBatch(list.fetch());
    expect(places).toHaveLength(3);
    expect(notes).toEqual([]);
    expect(list.pages.flatMap((page) => page?.groups ?? [])).toHaveLength(25);
    expect(list.progress.at(-1)).toEqual([3, 3]);
  });

  it('ends with the last cursor', async () => {
    const list = new WorksList(20, { isGrouped: true });
    expect((await fetchBatch(list.fetch())).places).toHaveLength(2);
  });

  it('fails where a cursor repeats', async () => {
    const list = new WorksList(50, { isGrouped: true });
    list.change = (page) => ({ ...page, nextCursor: 'c2' });
    expect(await failureOf(fetchBatch(list.fetch()))).toMatchObject({ code: 'ANSWER_INVALID' });
  });
});
