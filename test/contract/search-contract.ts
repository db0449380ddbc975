import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/core/errors.ts';
import { callKey } from '../../src/gateway/call-key.ts';
import type { Gateway } from '../../src/providers/call.ts';
import { NO_FILTERS, type SearchFilters } from '../../src/providers/search-filters.ts';
import type { FoundSource, SearchProvider } from '../../src/providers/search-provider.ts';
import type { LoopbackRoute } from '../support/loopback/loopback-types.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback/server.ts';
import { type PassThroughGateway, passThroughGateway } from '../support/pass-through-gateway.ts';
import { failureOf, freeScope } from './provider-contract.ts';

/** A page, or a work, as a service might tell of it. */
interface ToldByService {
  title: unknown;
  url: unknown;
  text: unknown;
}

/** What the shared contract has to know of a place to research in. */
interface SearchUnderTest {
  name: string;
  route: LoopbackRoute;
  create: (options: {
    server: LoopbackServer;
    gateway: Gateway;
    filters: SearchFilters;
  }) => SearchProvider;
  /** The body of a good answer of the service that tells of these pages, best first. */
  bodyOf: (pages: readonly ToldByService[]) => unknown;
  /** Whether it searches the web, so that the filters of pages concern it. */
  isWeb: boolean;
  /** Code of an answer without a list of results. */
  withoutList?: ErrorCode;
}

const GOOD: ToldByService = {
  title: 'How heaps heat up',
  url: 'https://garden.example.org/heaps',
  text: 'A heap of one cubic metre reaches 60 degrees within a week.',
};
const LONGEST_TITLE = 1_000;
const LONGEST_TEXT = 200_000;
const QUERY = 'home composting';

/** What nobody should tell, each with a good page beside it. */
const HOSTILE: readonly (readonly [name: string, told: Partial<ToldByService>])[] = [
  ['a script for an address', { url: 'javascript:alert(1)' }],
  ['data for an address', { url: 'data:text/html,<script>alert(1)</script>' }],
  ['a file for an address', { url: 'file:///etc/passwd' }],
  ['an address without end', { url: `https://garden.example.org/${'x'.repeat(100_000)}` }],
  ['an address with line breaks', { url: 'https://garden.example.org/a\r\nSet-Cookie: b=c' }],
  ['a number for an address', { url: 7 }],
  ['no address', { url: null }],
  ['control characters in the title', { title: 'red \u001B[31malert\u0007\r\n\u202Etxt.exe' }],
  ['a title without end', { title: 'heaps '.repeat(200_000) }],
  ['half a character in the title', { title: 'heaps \uD83D' }],
  ['a list for a title', { title: ['heaps'] }],
  ['no title', { title: null }],
  ['a text without end', { text: 'A heap of compost heats up. '.repeat(100_000) }],
  ['half a character in the text', { text: 'heaps \uD83D' }],
  ['an object for a text', { text: { heaps: true } }],
];

/** What every place to research in has to hold to that is asked over HTTP. */
export function describeSearchContract(search: SearchUnderTest): void {
  describe(`${search.name} keeps the contract of searches`, () => {
    let server: LoopbackServer;
    let gateway: PassThroughGateway;
    let provider: SearchProvider;
    const create = (filters: Partial<SearchFilters> = {}): SearchProvider =>
      search.create({ server, gateway, filters: { ...NO_FILTERS, ...filters } });
    const find = (query = QUERY, maxResults = 5): Promise<FoundSource[]> =>
      provider.search(query, { maxResults }, freeScope());
    const answerWith = (...pages: readonly ToldByService[]): void =>
      server.failNext(search.route, { body: search.bodyOf(pages) });
    const keyOfLast = (): string => {
      const request = gateway.requests.at(-1);
      if (request === undefined) throw new Error('Nothing was asked.');
      return callKey(request);
    };

    beforeAll(async () => {
      server = await startLoopbackServer();
    });
    afterAll(() => server.close());
    beforeEach(() => {
      server.reset();
      gateway = passThroughGateway();
      provider = create();
    });

    it('finds sources, best first, as plain JSON data', async () => {
      const found = await find();
      expect(found.length).toBeGreaterThan(1);
      expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      const scores = found.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((left, right) => right - left));
      for (const source of found) expectSound(source);
    });

    it('makes one call of it, whose answer is kept', async () => {
      await find();
      expect(server.count()).toBe(1);
      expect(gateway.requests).toHaveLength(1);
      const [request] = gateway.requests;
      expect(request).toMatchObject({ provider: provider.name, keep: 'research' });
      expect(JSON.parse(JSON.stringify(request?.body))).toEqual(request?.body);
      expect(request?.detail).not.toMatch(/\p{Cc}/u);
    });

    it('finds the same for the same query', async () => {
      const first = await find();
      const key = keyOfLast();
      expect(undated(await find())).toEqual(undated(first));
      expect(keyOfLast()).toBe(key);
      expect(undated(await create().search(QUERY, { maxResults: 5 }, freeScope()))).toEqual(
        undated(first),
      );
      expect(keyOfLast()).toBe(key);
    });

    it('tells calls apart by query and number of results', async () => {
      await find();
      const key = keyOfLast();
      await find('worm towers');
      expect(keyOfLast()).not.toBe(key);
      await find(QUERY, 2);
      expect(keyOfLast()).not.toBe(key);
    });

    it.each([1, 2, 3])('finds %d at most when that many are wanted', async (most) => {
      expect((await find(QUERY, most)).length).toBeLessThanOrEqual(most);
      answerWith(...Array.from({ length: 40 }, (_, index) => pageOf(index)));
      expect(await find(QUERY, most)).toHaveLength(most);
    });

    it('finds nothing where there is nothing', async () => {
      answerWith();
      expect(await find()).toEqual([]);
    });

    it.each([{}, { results: 'none' }, { results: null }, []])(
      'does not take %j for an answer',
      async (body) => {
        server.failNext(search.route, { body });
        const error = await failureOf(find());
        expect(error).toMatchObject({
          code: search.withoutList ?? 'ANSWER_INVALID',
          retryable: true,
        });
      },
    );

    it.each(HOSTILE)('passes nothing on that does harm: %s', async (_name, told) => {
      answerWith({ ...GOOD, ...told }, { ...GOOD, url: 'https://other.example.org/good' });
      const found = await find();
      for (const source of found) expectSound(source);
      expect(found.some(({ title }) => title === GOOD.title)).toBe(true);
    });

    it('leaves out what is no page at all', async () => {
      const odd: unknown[] = [null, 7, 'text', [], {}, true];
      const good = search.bodyOf([GOOD]) as { results: unknown[] };
      server.failNext(search.route, { body: { ...good, results: [...odd, ...good.results] } });
      expect((await find()).map(({ title }) => title)).toEqual([GOOD.title]);
    });

    it.each([
      'what? & why #1 / %41 + "quoted" \\ <b>',
      'Wärmepumpe für Altbau 🌱',
      '堆肥の作り方',
      'two\nlines\tand\u0000more',
      'composting '.repeat(400),
    ])('asks any query as it is: %j', async (query) => {
      expect(Array.isArray(await find(query))).toBe(true);
      expect(server.calls.map(({ outcome, status }) => [outcome, status])).toEqual([
        ['answered', 200],
      ]);
    });

    it('sends nothing when aborted before, and ends a call under way', async () => {
      const reason = new DOMException('Stopped by the user.', 'AbortError');
      const late = provider.search(QUERY, { maxResults: 5 }, { signal: AbortSignal.abort(reason) });
      await expect(late).rejects.toBe(reason);
      expect(server.count()).toBe(0);
      server.failNext(search.route, { break: 'hang' });
      const controller = new AbortController();
      const call = provider
        .search(QUERY, { maxResults: 5 }, { signal: controller.signal })
        .catch((error: unknown) => error);
      await server.waitForCalls(1);
      controller.abort(reason);
      expect(await call).toBe(reason);
      await server.waitForIdle();
      expect(server.calls[0]?.outcome).toBe('aborted');
    });

    it('keeps searches apart that run at the same time', async () => {
      const queries = Array.from({ length: 12 }, (_, index) => `${QUERY} ${index}`);
      const alone = [];
      for (const query of queries) alone.push(undated(await find(query)));
      const together = await Promise.all(queries.map((query) => find(query)));
      expect(together.map(undated)).toEqual(alone);
    });

    describe.runIf(search.isWeb)('with filters of pages', () => {
      const pages = [
        'https://garden.example.org/a',
        'https://sub.garden.example.org/b',
        'https://www.garden.example.org/c',
        'https://notgarden.example.org/d',
        'https://garden.example.org.evil.example/e',
        'https://evil.example/garden.example.org',
        'https://shop.example.com/f',
      ].map((url) => ({ ...GOOD, url }));
      const urlsOf = async (filters: Partial<SearchFilters>): Promise<string[]> => {
        provider = create(filters);
        // A service may ignore them.
        answerWith(...pages);
        return (await find(QUERY, 20)).map(({ url = '' }) => url.slice(-1)).toSorted();
      };

      it('takes pages of wanted hosts only, those below them included', async () => {
        expect(await urlsOf({ includeDomains: ['garden.example.org'] })).toEqual(['a', 'b', 'c']);
        expect(await urlsOf({ includeDomains: ['www.garden.example.org'] })).toEqual([
          'a',
          'b',
          'c',
        ]);
      });

      it('takes no pages of excluded hosts, whatever is wanted', async () => {
        const excludeDomains = ['garden.example.org', 'evil.example'];
        expect(await urlsOf({ excludeDomains })).toEqual(['d', 'f']);
        const includeDomains = ['garden.example.org'];
        expect(
          await urlsOf({ includeDomains, excludeDomains: ['sub.garden.example.org'] }),
        ).toEqual(['a', 'c']);
      });

      it('asks the service for them', async () => {
        provider = create({ includeDomains: ['compost.example'] });
        const found = await find();
        expect(found.length).toBeGreaterThan(1);
        for (const { url } of found) expect(new URL(url ?? '').host).toBe('compost.example');
      });

      it('tells calls apart by them, in whatever order they are named', async () => {
        const keys: string[] = [];
        const filters: Partial<SearchFilters>[] = [
          {},
          { includeDomains: ['a.example', 'b.example'] },
          { excludeDomains: ['a.example'] },
          { timeRange: 'week' },
          { topic: 'news' },
        ];
        for (const one of filters) {
          provider = create(one);
          await find();
          keys.push(keyOfLast());
        }
        expect(new Set(keys).size).toBe(filters.length);
      });

      it('sends requests that the service takes', async () => {
        for (const timeRange of ['day', 'week', 'month', 'year'] as const) {
          provider = create({ timeRange, topic: 'news' });
          expect(Array.isArray(await find())).toBe(true);
        }
        const many = Array.from({ length: 300 }, (_, index) => `host${index}.example`);
        provider = create({ includeDomains: many, excludeDomains: many.slice(0, 150) });
        expect(Array.isArray(await find())).toBe(true);
      });
    });
  });
}

function pageOf(index: number): ToldByService {
  return { ...GOOD, url: `https://garden.example.org/${index}` };
}

/** A source that may go on to files, prompts and terminals. */
function expectSound(source: FoundSource): void {
  const { title, url, path, text, retrievedAt, score } = source;
  expect([url, path].filter((place) => place !== undefined)).toHaveLength(1);
  const address = url ?? 'https://garden.example.org';
  expect(address).toMatch(/^https?:\/\/[^\s\p{Cc}]+$/u);
  expect(address.length).toBeLessThanOrEqual(4_096);
  expect(title).toMatch(/\S/u);
  expect(title).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  expect(title.isWellFormed() && text.isWellFormed()).toBe(true);
  expect(title.length).toBeLessThanOrEqual(LONGEST_TITLE);
  expect(text.length).toBeLessThanOrEqual(LONGEST_TEXT);
  expect(text).toMatch(/\S/u);
  expect(new Date(retrievedAt).toISOString()).toBe(retrievedAt);
  expect(score).toBeGreaterThanOrEqual(0);
  expect(score).toBeLessThanOrEqual(1);
}

/** Without the time of reading. */
function undated(found: readonly FoundSource[]): unknown {
  return found.map(({ retrievedAt: _time, ...source }) => source);
}
