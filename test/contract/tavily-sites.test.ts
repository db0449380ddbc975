import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../../src/providers/search-filters.ts';
import type { SiteExplorer } from '../../src/providers/site-explorer.ts';
import { createSiteExplorer } from '../../src/providers/tavily/site-explorer.ts';
import { createTavily, type TavilyProvider } from '../../src/providers/tavily/tavily.ts';
import {
  type LoopbackServer,
  startLoopbackServer,
  TEST_TAVILY_KEY,
} from '../support/loopback/server.ts';
import { type PassThroughGateway, passThroughGateway } from '../support/pass-through-gateway.ts';
import { describeProviderContract, failureOf, freeScope } from './provider-contract.ts';

describe.each([
  [
    'map',
    (tavily: TavilyProvider): TavilyProvider['map'] =>
      (domain, scope) =>
        tavily.map(domain, scope),
  ],
  [
    'crawl',
    (tavily: TavilyProvider): TavilyProvider['map'] =>
      async (domain, scope) =>
        (await tavily.crawl(domain, 'Pages about: guides', scope)).map(({ url = '' }) => url),
  ],
] as const)('%s', (route, operationOf) => {
  describeProviderContract({
    name: `The ${route} of Tavily`,
    route,
    key: TEST_TAVILY_KEY,
    keyVariable: 'TAVILY_API_KEY',
    speaksOf: /^Tavily /,
    baseUrl: (server) => server.tavilyUrl,
    create: (options) => {
      const tavily = createTavily({ ...options, gateway: passThroughGateway() });
      return (scope) => operationOf(tavily)('garden.example', scope);
    },
    errors: [
      {
        name: '403',
        fault: { status: 403 },
        code: 'REQUEST_REJECTED',
        retryable: false,
        says: /--site/,
      },
      { name: '432', fault: { status: 432 }, code: 'QUOTA_EXHAUSTED', retryable: false },
    ],
  });
});

describe('sites', () => {
  let server: LoopbackServer;
  let gateway: PassThroughGateway;
  let tavily: TavilyProvider;
  let notes: string[];
  const explorer = (excludeDomains: readonly string[] = []): SiteExplorer =>
    createSiteExplorer({ tavily, excludeDomains, note: (text) => notes.push(text) });
  const site = (...paths: readonly string[]) =>
    server.configure({ site: (host) => paths.map((path) => `https://${host}/${path}`) });
  const spent = () => gateway.answers.map(({ consumed }) => consumed.credits);

  beforeAll(async () => {
    server = await startLoopbackServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.reset();
    notes = [];
    gateway = passThroughGateway();
    tavily = createTavily({
      apiKey: TEST_TAVILY_KEY,
      baseUrl: server.tavilyUrl,
      gateway,
      now: () => new Date('2026-11-05T10:00:00Z'),
    });
  });

  it('are mapped, and the pages on the subject read in one call', async () => {
    const found = await explorer().explore('garden.example', 'heat pump costs', freeScope());
    expect(server.calls.map(({ route }) => route)).toEqual(['map', 'extract']);
    expect(found.map(({ url, score }) => [url, score])).toEqual([
      ['https://garden.example/guides/heat-pump-costs', 1],
      ['https://garden.example/guides/how-heat-pumps-work', expect.closeTo(2 / 3, 3)],
    ]);
    expect(found[0]?.text).toContain('## ');
    expect(server.calls[0]?.body).toMatchObject({
      url: 'garden.example',
      limit: 100,
      allow_external: false,
      include_usage: true,
    });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('without a page on the subject by its address are crawled', async () => {
    site('', 'p/1', 'p/2');
    server.failNext('crawl', {
      body: {
        results: [
          { url: 'https://garden.example/p/1', raw_content: '# Worm towers\n\nThey feed worms.' },
          { url: 'https://elsewhere.example/p/1', raw_content: '# Worm towers elsewhere' },
          { url: 'javascript:alert(1)', raw_content: 'Worms.' },
          { url: 'https://garden.example/p/2', raw_content: null },
          null,
        ],
        usage: { credits: 3 },
      },
    });
    const found = await explorer().explore('garden.example', 'worm towers', freeScope());
    expect(found).toEqual([
      {
        title: 'Worm towers',
        url: 'https://garden.example/p/1',
        retrievedAt: '2026-11-05T10:00:00.000Z',
        text: '# Worm towers\n\nThey feed worms.',
        score: 0.75,
      },
    ]);
    expect(server.callsTo('crawl')[0]?.body).toMatchObject({
      instructions: 'Pages about: worm towers',
      limit: 5,
      allow_external: false,
    });
    expect(spent()).toEqual([1, 3]);
  });

  it('that may not be explored are told of once and stop nobody', async () => {
    const one = explorer();
    const subjects = ['heat pump costs', 'compost', 'bins'];
    const found = await Promise.all(
      subjects.map((subject) => one.explore('closed.example', subject, freeScope())),
    );
    expect(found).toEqual([[], [], []]);
    expect(notes).toEqual([
      'closed.example is left out. Tavily may not explore the site (HTTP 403): URL is not supported.',
    ]);
    const calls = server.count();
    expect(await one.explore('closed.example', 'more', freeScope())).toEqual([]);
    expect(server.count()).toBe(calls);
  });

  it('fail as Tavily answers otherwise', async () => {
    server.failNext('map', { status: 429 });
    const error = await failureOf(explorer().explore('garden.example', 'compost', freeScope()));
    expect(error.code).toBe('RATE_LIMITED');
    server.failNext('map', { status: 401 });
    const other = await failureOf(explorer().explore('garden.example', 'compost', freeScope()));
    expect(other.code).toBe('KEY_REJECTED');
  });

  it('give no pages of excluded hosts, nor of others', async () => {
    server.failNext('map', {
      body: {
        results: [
          'https://garden.example/compost',
          'https://old.garden.example/compost',
          'https://elsewhere.example/compost',
          'https://garden.example/compost',
          'javascript:alert("compost")',
          { url: 'https://garden.example/compost/2' },
          7,
          null,
        ],
      },
    });
    const found = await explorer(['old.garden.example']).explore(
      'garden.example',
      'compost',
      freeScope(),
    );
    expect(found.map(({ url }) => url)).toEqual(['https://garden.example/compost']);
  });

  it('cost no more than the budget was told', async () => {
    site(...Array.from({ length: 150 }, (_, index) => `compost/${index}`));
    await explorer().explore('garden.example', 'compost', freeScope());
    await tavily.crawl('garden.example', 'Pages about: compost', freeScope());
    const most = gateway.requests.map(({ worstCase }) => worstCase?.credits);
    expect(most).toEqual([10, 1, 3]);
    expect(spent()).toEqual([10, 1, 3]);
    expect(gateway.requests.map(({ keep }) => keep)).toEqual(['research', 'research', 'research']);
  });

  it('are mapped by the same call whatever the subject', async () => {
    const one = explorer();
    await one.explore('garden.example', 'heat pump costs', freeScope());
    await one.explore('garden.example', 'home composting', freeScope());
    const maps = gateway.requests.filter(({ operation }) => operation === 'map');
    expect(maps).toHaveLength(2);
    expect(maps[0]?.body).toEqual(maps[1]?.body);
  });
});

describe('several pages', () => {
  let server: LoopbackServer;
  let gateway: PassThroughGateway;
  let tavily: TavilyProvider;
  beforeAll(async () => {
    server = await startLoopbackServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.reset();
    gateway = passThroughGateway();
    tavily = createTavily({ apiKey: TEST_TAVILY_KEY, baseUrl: server.tavilyUrl, gateway });
  });
  const pages = (count: number) =>
    Array.from({ length: count }, (_, index) => `https://example.com/page-${index}`);

  it('are read in one call, in the order asked; those that cannot be read are left out', async () => {
    const [first = '', second = ''] = pages(2);
    const urls = [second, 'https://example.com/unreachable', first];
    const found = await tavily.readMany(urls, freeScope());
    expect(found.map(({ url }) => url)).toEqual([second, first]);
    expect(server.count('extract')).toBe(1);
    expect(gateway.requests[0]?.worstCase?.credits).toBe(1);
  });

  it('are asked for twenty at a time', async () => {
    expect(await tavily.readMany(pages(45), freeScope())).toHaveLength(45);
    const sent = server.calls.map(({ body }) => (body as { urls: string[] }).urls.length);
    expect(sent).toEqual([20, 20, 5]);
    expect(gateway.requests.map(({ worstCase }) => worstCase?.credits)).toEqual([4, 4, 1]);
    expect(await tavily.readMany([], freeScope())).toEqual([]);
    expect(server.count()).toBe(3);
  });

  it('are those that were asked for', async () => {
    const [url = '', other = ''] = pages(2);
    const results = [
      { url: 'https://evil.example/', raw_content: 'Other text.' },
      { url: other, raw_content: '# A title\n\nText.', title: null },
    ];
    server.failNext('extract', { body: { results } });
    const found = await tavily.readMany([url, other], freeScope());
    expect(found.map(({ url: one, title }) => [one, title])).toEqual([[other, 'A title']]);
    // Two pages are two fifths of a credit, one is a fifth.
    expect(gateway.answers[0]?.consumed.credits).toBe(0.2);
  });
});

describe('filters of a search', () => {
  it('are sent as Tavily knows them, and leave a search without them as it was', async () => {
    const server = await startLoopbackServer();
    const gateway = passThroughGateway();
    const create = (filters = NO_FILTERS) =>
      createTavily({ apiKey: TEST_TAVILY_KEY, baseUrl: server.tavilyUrl, gateway, filters });
    const wanted = {
      includeDomains: ['b.example', 'a.example'],
      excludeDomains: ['c.example'],
      timeRange: 'month' as const,
      country: 'germany',
      topic: 'general' as const,
    };
    await create(wanted).search('compost', { maxResults: 3 }, freeScope());
    expect(server.calls[0]).toMatchObject({
      status: 200,
      body: {
        include_domains: ['a.example', 'b.example'],
        exclude_domains: ['c.example'],
        time_range: 'month',
        country: 'germany',
      },
    });
    const news = { ...NO_FILTERS, topic: 'news' as const };
    await create(news).search('compost', { maxResults: 3 }, freeScope());
    expect(server.calls[1]).toMatchObject({ status: 200, body: { topic: 'news' } });
    await create().search('compost', { maxResults: 3 }, freeScope());
    expect(Object.keys(gateway.requests[2]?.body as object)).toEqual([
      'baseUrl',
      'query',
      'searchDepth',
      'maxResults',
    ]);
    await server.close();
  });
});
