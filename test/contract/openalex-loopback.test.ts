import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OpenAlexCorpus } from '../support/loopback/openalex-corpus.ts';
import { failPage, OPENALEX_CHANGES } from '../support/loopback/openalex-faults.ts';
import { SlidingWindow } from '../support/loopback/openalex-limits.ts';
import {
  type LoopbackServer,
  startLoopbackServer,
  TEST_OPENALEX_KEY,
} from '../support/loopback/server.ts';

interface Page {
  meta: {
    count: number;
    page: number | null;
    per_page: number;
    next_cursor?: string | null;
    groups_count: number | null;
  };
  results: Record<string, any>[];
  group_by: { key: string; key_display_name: string; count: number }[];
}

const FIRST = 5_000_000_001;
const authorIds = (count: number, from = FIRST): string =>
  Array.from({ length: count }, (_, index) => `A${from + index}`).join('|');

describe('the OpenAlex of the loopback server', () => {
  let server: LoopbackServer;
  const get = (query: Record<string, string>): Promise<Response> =>
    fetch(`${server.openalexUrl}/works?${new URLSearchParams(query).toString()}`);
  const read = async (query: Record<string, string>): Promise<Page> => {
    const answer = await get(query);
    expect(answer.status).toBe(200);
    return (await answer.json()) as Page;
  };
  const ids = (page: Page): string[] => page.results.map(({ id }) => id as string);
  const readAll = async (query: Record<string, string>): Promise<string[][]> => {
    const pages: string[][] = [];
    for (let cursor: string | null | undefined = '*'; cursor;) {
      const page: Page = await read({ ...query, cursor });
      pages.push(ids(page));
      cursor = page.meta.next_cursor;
    }
    return pages;
  };
  const messageFor = async (query: Record<string, string>): Promise<string> => {
    const answer = await get(query);
    const { error, message } = (await answer.json()) as Record<string, string>;
    return `${answer.status} ${error} ${message}`;
  };

  beforeAll(async () => {
    server = await startLoopbackServer();
  });
  afterAll(() => server.close());
  beforeEach(() => server.reset());

  it('answers without a key and with the right one, and keeps the key out of its records', async () => {
    const query = { filter: `author.id:A${FIRST}` };
    expect((await get(query)).status).toBe(200);
    expect((await get({ ...query, api_key: TEST_OPENALEX_KEY })).status).toBe(200);
    expect(await messageFor({ ...query, api_key: 'wrong' })).toMatch(/^401 /);
    expect(server.callsTo('works').map(({ isKeyed }) => isKeyed)).toEqual([false, true, true]);
    expect(server.callsTo('works').map((call) => call.query)).toEqual([query, query, query]);
    expect(JSON.stringify(server.calls)).not.toContain('0123456789abcdef');
  });

  it('gives a work in the shape of the service', async () => {
    const page = await read({ filter: `author.id:A${FIRST}`, 'per-page': '200' });
    expect(page.meta).toMatchObject({ page: 1, per_page: 200, groups_count: null });
    expect(page.results).toHaveLength(page.meta.count);
    for (const work of page.results) {
      expect(work['id']).toMatch(/^https:\/\/openalex\.org\/W\d+$/);
      expect(work['display_name']).toBe(work['title']);
      expect(work['publication_date']).toMatch(
        new RegExp(`^${work['publication_year']}-\\d\\d-\\d\\d$`),
      );
      expect(work['authorships'][0]).toMatchObject({
        author_position: 'first',
        author: { id: expect.stringMatching(/^https:\/\/openalex\.org\/A\d+$/) as string },
        institutions: [{ id: expect.stringMatching(/\/I\d+$/) as string }],
      });
      expect(work['primary_location'].source.display_name).not.toBe('');
      expect(work['open_access'].is_oa).toBe(work['open_access'].oa_status !== 'closed');
      expect(work).not.toHaveProperty('relevance_score');
    }
    const dois = page.results.map(({ doi }) => doi as string | null);
    expect(dois.some((doi) => doi?.startsWith('https://doi.org/10.'))).toBe(true);
    const [one] = (await read({ filter: `doi:${dois.find((doi) => doi !== null)}` })).results;
    expect(page.results).toContainEqual(one);
  });

  it('goes through all works of authors by cursor, each once, and shares some between neighbours', async () => {
    server.configure({ openalex: { works: 30 } });
    const both = await readAll({
      filter: `author.id:${authorIds(2)}`,
      'per-page': '16',
      select: 'id',
    });
    expect(both.map((page) => page.length)).toEqual([16, 16, 16, 16, 2]);
    expect(new Set(both.flat()).size).toBe(66);
    const [one, other] = await Promise.all(
      [0, 1].map(async (step) =>
        ids(await read({ filter: `author.id:A${FIRST + step}`, 'per-page': '200' })),
      ),
    );
    expect(one?.filter((id) => other?.includes(id))).toHaveLength(6);
    const known = new OpenAlexCorpus({ works: 30 }).worksOf(FIRST);
    expect(new Set(one)).toEqual(new Set(known.map((work) => `https://openalex.org/W${work}`)));
  });

  it('can end with an empty page, as the service does', async () => {
    server.configure({ openalex: { emptyLastPage: true } });
    const pages = await readAll({ filter: `author.id:A${FIRST}`, 'per-page': '6', select: 'id' });
    expect(pages.map((page) => page.length)).toEqual([6, 6, 0]);
  });

  it('finds works on the words of a search, whose abstracts are English sentences on them', async () => {
    const page = await read({ search: 'heat pump noise', 'per-page': '12' });
    expect(page.meta.count).toBe(40);
    const scores = page.results.map((work) => work['relevance_score'] as number);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    const texts = page.results.map(({ abstract_inverted_index: index }) => {
      const words: string[] = [];
      for (const [word, places] of Object.entries(index ?? {})) {
        for (const place of places as number[]) words[place] = word;
      }
      return words.join(' ');
    });
    expect(texts.filter((text) => text === '')).toHaveLength(2);
    expect(texts[3]).toMatch(/^[A-Z].*heat pump noise.*\.$/);
    expect(new Set(texts).size).toBe(11);
    const again = await read({ search: 'noise of offices and noise', 'per-page': '12' });
    expect(page.results.filter(({ is_retracted: is }) => is)).toHaveLength(1);
    expect(ids(again).slice(0, 2)).not.toEqual(ids(page).slice(0, 2));
  });

  it('lets searches with the same longest word share works, and gives found works by their ids', async () => {
    const one = await read({ search: 'composting at home' });
    const other = await read({ search: 'composting in cities' });
    expect(ids(one).filter((id) => ids(other).includes(id))).toHaveLength(2);
    const id = ids(one)[9];
    const { results } = await read({ filter: `openalex:${id}`, select: 'id,title' });
    expect(results).toEqual([{ id, title: one.results[9]?.['title'] as string }]);
  });

  it('filters as it is asked to', async () => {
    const all = await read({ 'per-page': '200', select: 'id' });
    expect(all.meta.count).toBe(1000);
    const count = async (filter: string): Promise<number> => (await read({ filter })).meta.count;
    const halves = [
      ['publication_year:1990-2009', 'publication_year:>2009'],
      ['from_publication_date:2010-05-01', 'to_publication_date:2010-04-30'],
      ['is_retracted:true', 'is_retracted:false'],
      ['type:article', 'type:!article'],
      ['language:en|de', 'language:!en|de'],
      ['has_abstract:true', 'has_abstract:false'],
      ['cited_by_count:<5', 'cited_by_count:5-'],
      ['is_oa:true', 'open_access.is_oa:false'],
      ['primary_topic.id:T10003', 'primary_topic.id:!T10003'],
      [`institutions.id:I${Math.ceil(FIRST / 20)}`, `institutions.id:!I${Math.ceil(FIRST / 20)}`],
    ];
    for (const half of halves) {
      const sizes = await Promise.all(half.map(count));
      expect([half, sizes.reduce((sum, size) => sum + size, 0)]).toEqual([half, 1000]);
      expect(sizes).not.toContain(0);
    }
    const wide = await count('topics.id:T10003');
    expect(wide).toBeGreaterThan(await count('primary_topic.id:T10003'));
    const narrow = `authorships.author.id:${authorIds(3)},is_oa:true,type:!dataset,publication_year:>2000`;
    const { results } = await read({ filter: narrow, 'per-page': '200' });
    expect(results.length).toBeGreaterThan(2);
    for (const work of results) {
      expect(work['open_access'].is_oa && work['publication_year'] > 2000).toBe(true);
    }
  });

  it('sorts and pages by number', async () => {
    const query = { filter: `author.id:${authorIds(5)}`, sort: 'cited_by_count:desc' };
    const pages = await Promise.all(
      ['1', '2'].map((page) => read({ ...query, page, per_page: '20' })),
    );
    const counts = pages.flatMap(({ results }) => results.map((work) => work['cited_by_count']));
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
    expect(pages[1]?.meta).toMatchObject({ page: 2, per_page: 20 });
    expect(pages[1]?.meta).not.toHaveProperty('next_cursor');
  });

  it('groups, with pages of at most 200 groups', async () => {
    const filter = `author.id:${authorIds(2)}`;
    const years = await read({ filter, group_by: 'publication_year' });
    expect(years.results).toEqual([]);
    expect(years.group_by.reduce((sum, { count }) => sum + count, 0)).toBe(years.meta.count);
    expect(years.meta.groups_count).toBe(years.group_by.length);
    const authors = await read({ filter, group_by: 'authorships.author.id' });
    expect(authors.group_by[0]).toMatchObject({
      key: expect.stringMatching(/^https:\/\/openalex\.org\/A\d+$/) as string,
      key_display_name: expect.stringMatching(/ /) as string,
    });
    server.configure({ openalex: { authors: 450 } });
    const sizes: number[] = [];
    for (let cursor: string | null | undefined = '*'; cursor;) {
      const page: Page = await read({ group_by: 'author.id', cursor });
      sizes.push(page.group_by.length);
      cursor = page.meta.next_cursor;
    }
    expect(sizes).toEqual([200, 200, 51]);
  });

  it('refuses what the service would refuse, and says why', async () => {
    const refusals: [Record<string, string>, RegExp][] = [
      [{ 'per-page': '201' }, /per-page/],
      [{ 'per-page': '0' }, /per-page/],
      [{ page: '51', 'per-page': '200' }, /^400 Pagination error\. .*10000/],
      [{ page: '1', cursor: '*' }, /^400 Pagination error\. .*together/],
      [{ cursor: 'bm9uc2Vuc2U=' }, /cursor is not valid/],
      [{ filter: `author.id:${authorIds(101)}` }, /at most 100/],
      [{ filter: 'author.id:X12' }, /'X12' is not a valid OpenAlex ID/],
      [{ filter: 'openalex:W1.5' }, /not a valid OpenAlex ID/],
      [{ filter: 'doi:heat pumps' }, /not a valid DOI/],
      [{ filter: 'authors:A1' }, /'authors' is not a valid filter/],
      [{ filter: 'is_oa:maybe' }, /true or false/],
      [{ filter: 'from_publication_date:2020' }, /yyyy-mm-dd/],
      [{ filter: 'publication_year:new' }, /not a valid range/],
      [{ select: 'id,name' }, /'name' is not a valid select field/],
      [{ sort: 'name' }, /'name' is not a valid sort field/],
      [{ sort: 'relevance_score:desc' }, /needs a search/],
      [{ group_by: 'title' }, /not a valid group_by/],
      [{ limit: '10' }, /'limit' is not a valid parameter/],
    ];
    for (const [query, message] of refusals) {
      const told = await messageFor(query);
      expect(told).toMatch(/^400 (?:Invalid query parameters error|Pagination error)\./);
      expect(told).toMatch(message);
    }
    const long = await get({ filter: `doi:${'10.5555/works.1234567890123456|'.repeat(120)}` });
    expect([long.status, long.headers.get('content-type')]).toEqual([414, 'text/html']);
  });

  it('belongs a cursor to the list that it came from', async () => {
    const { meta } = await read({ filter: `author.id:A${FIRST}`, 'per-page': '5', cursor: '*' });
    const other = { filter: `author.id:A${FIRST + 1}`, cursor: meta.next_cursor ?? '' };
    expect(await messageFor(other)).toMatch(/cursor is not valid/);
  });

  it('lets no more requests through any second than its limit, and more with a key', async () => {
    server.configure({ limits: { openalex: { requests: 'real' } } });
    const query = { filter: `author.id:A${FIRST}`, select: 'id' };
    const burst = async (count: number, more: Record<string, string>): Promise<number[]> =>
      (await Promise.all(Array.from({ length: count }, () => get({ ...query, ...more })))).map(
        ({ status }) => status,
      );
    expect((await burst(11, {})).filter((status) => status === 429).length).toBeGreaterThan(0);
    const keyed = await burst(40, { api_key: TEST_OPENALEX_KEY });
    expect(new Set(keyed)).toEqual(new Set([200]));
    server.configure({ limits: { openalex: { requests: { limit: 1, windowMs: 90_000 } } } });
    await get(query);
    const refused = await get(query);
    expect(refused.headers.get('retry-after')).toBe('90');
    expect(await refused.json()).toMatchObject({ error: 'Rate limit exceeded' });
    let now = 0;
    const window = new SlidingWindow({ limit: 2 }, () => now);
    const waits = [0, 400, 600, 1000, 1399, 1400].map((at) => {
      now = at;
      return window.take();
    });
    expect(waits).toEqual([0, 0, 400, 0, 1, 0]);
  });

  it('tells in every answer what is left of the day, and stops when it is used up', async () => {
    const told = (answer: Response): (string | null)[] =>
      ['limit', 'remaining', 'credits-used', 'reset'].map((name) =>
        answer.headers.get(`x-ratelimit-${name}`),
      );
    expect(told(await get({}))).not.toContain(null);
    server.configure({ openalex: { dailyCredits: 2 } });
    await get({});
    expect(told(await get({})).slice(0, 3)).toEqual(['2', '0', '1']);
    const refused = await get({});
    expect([refused.status, Number(refused.headers.get('retry-after')) >= 1]).toEqual([429, true]);
  });

  it('fails as it is told, with the time to wait', async () => {
    server.failNext('works', { status: 503, headers: { 'retry-after': '7' } }, { status: 429 });
    const [busy, fast] = [await get({}), await get({})];
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '7']);
    expect([fast.status, fast.headers.get('retry-after')]).toEqual([429, '1']);
    server.setFault(failPage(2, 5));
    const query = { filter: `author.id:A${FIRST}`, 'per-page': '5' };
    const { meta } = await read({ ...query, cursor: '*' });
    const statuses: number[] = [];
    for (let time = 0; time < 6; time += 1) {
      statuses.push((await get({ ...query, cursor: meta.next_cursor ?? '' })).status);
    }
    expect(statuses).toEqual([503, 503, 503, 503, 503, 200]);
  });

  it('gives pages that are not well when it is asked to', async () => {
    const query = { filter: `author.id:A${FIRST}`, 'per-page': '6', cursor: '*' };
    const well = await read(query);
    const changed = async (name: keyof typeof OPENALEX_CHANGES, more = {}): Promise<Page> => {
      server.configure({ openalex: { change: OPENALEX_CHANGES[name] } });
      return read({ ...query, ...more });
    };
    const next = well.meta.next_cursor ?? '';
    expect((await changed('changing-count')).meta.count).toBeGreaterThan(well.meta.count);
    expect((await changed('repeating-cursor', { cursor: next })).meta.next_cursor).toBe(next);
    expect((await changed('circling-cursor', { cursor: next })).meta.next_cursor).toBe('*');
    const places = ({ results }: Page): unknown[] =>
      results.flatMap(({ abstract_inverted_index: index }) => Object.values(index ?? {}).flat());
    expect(places(await changed('index-with-holes'))).not.toContain(1);
    expect(Math.min(...(places(await changed('negative-positions')) as number[]))).toBeLessThan(0);
    expect(places(await changed('huge-positions'))).toContain(4_000_000_000);
    expect(places(await changed('no-positions'))).toContain('x');
    expect(ids(await changed('results-without-id'))).toContain(undefined);
    expect((await changed('fewer-results')).results).toHaveLength(3);
  });

  it('holds 200,000 works of which a page is made quickly, in the same order for every client', async () => {
    const openalex = { works: 4000, sharedEvery: 0 };
    server.configure({ openalex });
    const filter = `author.id:${authorIds(50)}`;
    const first = await read({ filter, cursor: '*', 'per-page': '200', select: 'id' });
    expect(first.meta.count).toBe(200_000);
    server.reset();
    server.configure({ openalex });
    const again = await read({ filter, cursor: '*', 'per-page': '200', select: 'id' });
    expect(again).toEqual(first);
    const last = await read({
      filter,
      cursor: Buffer.from(
        Buffer.from(first.meta.next_cursor ?? '', 'base64')
          .toString()
          .replace('200', '199900'),
      ).toString('base64'),
      'per-page': '200',
      select: 'id',
    });
    expect([last.results.length, last.meta.next_cursor]).toEqual([100, null]);
  });
});
