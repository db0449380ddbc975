import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Gateway } from '../../src/providers/call.ts';
import { NO_FILTERS } from '../../src/providers/search-filters.ts';
import type { SearchProvider } from '../../src/providers/search-provider.ts';
import { createSearxng, type SearxngOptions } from '../../src/providers/searxng/searxng.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback/server.ts';
import { type PassThroughGateway, passThroughGateway } from '../support/pass-through-gateway.ts';
import { describeProviderContract, failureOf, freeScope } from './provider-contract.ts';
import { describeSearchContract } from './search-contract.ts';

function optionsFor(baseUrl: string, gateway: Gateway): SearxngOptions {
  return {
    baseUrl,
    gateway,
    filters: NO_FILTERS,
    language: 'auto',
    timeoutMs: 60_000,
    idleTimeoutMs: 30_000,
    now: () => new Date('2026-11-05T10:00:00Z'),
  };
}

describeProviderContract({
  name: 'SearXNG',
  route: 'searxng',
  key: '',
  keyVariable: 'SEARXNG_BASE_URL',
  speaksOf: /^SearXNG /,
  baseUrl: (server) => server.searxngUrl,
  create: ({ baseUrl, timeoutMs = 60_000, idleTimeoutMs = 30_000 }) => {
    const options = optionsFor(baseUrl, passThroughGateway());
    const searxng = createSearxng({ ...options, timeoutMs, idleTimeoutMs });
    return (scope) => searxng.search('home composting', { maxResults: 5 }, scope);
  },
  errors: [
    {
      name: '401',
      fault: { status: 401 },
      code: 'REQUEST_REJECTED',
      retryable: false,
      says: /without a login/,
    },
    {
      name: '403',
      fault: { status: 403 },
      code: 'REQUEST_REJECTED',
      retryable: false,
      says: /search\.formats/,
    },
  ],
});

describeSearchContract({
  name: 'SearXNG',
  route: 'searxng',
  isWeb: true,
  create: ({ server, gateway, filters }) =>
    createSearxng({ ...optionsFor(server.searxngUrl, gateway), filters }),
  bodyOf: (pages) => ({
    results: pages.map(({ title, url, text }, index) => ({
      title,
      url,
      content: text,
      score: 40 - index,
    })),
    unresponsive_engines: [],
  }),
});

describe('SearXNG', () => {
  let server: LoopbackServer;
  let gateway: PassThroughGateway;
  let searxng: SearchProvider;
  const create = (changes: Partial<SearxngOptions> = {}): SearchProvider =>
    createSearxng({ ...optionsFor(`${server.searxngUrl}/`, gateway), ...changes });
  const find = (query = 'home composting') => searxng.search(query, { maxResults: 8 }, freeScope());

  beforeAll(async () => {
    server = await startLoopbackServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.reset();
    gateway = passThroughGateway();
    searxng = create();
  });

  it('asks for JSON in the language of the query, and costs nothing', async () => {
    await find();
    expect(server.calls[0]?.query).toEqual({
      q: 'home composting',
      format: 'json',
      language: 'auto',
    });
    expect(gateway.answers[0]?.consumed.credits).toBe(0);
    expect(gateway.requests[0]).not.toHaveProperty('worstCase');
  });

  it('asks for the pages that the filters want', async () => {
    const filters = {
      includeDomains: ['a.example', 'b.example'],
      excludeDomains: ['c.example'],
      timeRange: 'week' as const,
      topic: 'news' as const,
    };
    searxng = create({ filters, language: 'pt-BR' });
    const [first] = await find();
    expect(server.calls[0]?.query).toEqual({
      q: 'home composting (site:a.example OR site:b.example) -site:c.example',
      format: 'json',
      language: 'pt-BR',
      time_range: 'week',
      categories: 'news',
    });
    expect(first?.publishedAt).toBe(new Date('2026-10-01T08:00:00').toISOString());
  });

  it('names no more hosts than a query bears, and sorts the results out itself', async () => {
    const includeDomains = Array.from({ length: 9 }, (_, index) => `host${index}.example`);
    searxng = create({ filters: { ...NO_FILTERS, includeDomains } });
    expect(await find()).toEqual([]);
    expect(server.calls[0]?.query?.['q']).toBe('home composting');
  });

  it.each([
    ['!!g composting', 'g composting'],
    ['composting :fr !images <3 ?x', 'composting fr images 3 x'],
    ['is 3 < 4 ?', 'is 3 < 4 ?'],
  ])('lets no word of a query steer the service: %s', async (query, sent) => {
    await find(query);
    expect(server.calls[0]?.query?.['q']).toBe(sent);
  });

  it('tells that its texts are snippets, best first by its own scores', async () => {
    const page = { title: 'A', content: 'Lines.', engine: 'brave' };
    const results = [
      { ...page, url: 'https://example.org/second', score: 1 },
      { ...page, url: 'https://example.org/first', score: 9 },
      { ...page, url: 'https://example.org/last', score: 'high' },
    ];
    server.configure({ searxng: { results: () => results } });
    const found = await find();
    expect(found.map(({ url, score, isSnippet }) => [url, score, isSnippet])).toEqual([
      ['https://example.org/first', 0.9, true],
      ['https://example.org/second', 0.88, true],
      ['https://example.org/last', 0.86, true],
    ]);
  });

  it('says which setting lets it answer with JSON', async () => {
    server.configure({ searxng: { formats: ['html'] } });
    const error = await failureOf(find());
    expect(error).toMatchObject({ code: 'REQUEST_REJECTED', status: 403, retryable: false });
    expect(error.suggestions).toEqual([
      'Add json to search.formats in the settings.yml of the SearXNG, and restart it.',
    ]);
  });

  it('does not take the silence of its engines for an empty web', async () => {
    const unresponsive = [
      ['brave', 'CAPTCHA'],
      ['goo\u001Bgle', 'timeout'],
    ] as const;
    server.configure({ searxng: { unresponsive, results: () => [] } });
    const error = await failureOf(find());
    expect(error).toMatchObject({ code: 'ANSWER_INVALID', retryable: true });
    expect(error.message).toContain('these engines did not answer it: brave, ');
    expect(error.message).not.toMatch(/\p{Cc}/u);
    searxng = create({ filters: { ...NO_FILTERS, timeRange: 'day' } });
    expect(await find()).toEqual([]);
  });
});
