import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createTavily,
  type TavilyOptions,
  type TavilyProvider,
} from '../../src/providers/tavily/tavily.ts';
import { loadTavily } from '../../src/providers/tavily/load-tavily.ts';
import type { LoopbackResult } from '../support/loopback/search-results.ts';
import {
  type LoopbackServer,
  startLoopbackServer,
  TEST_TAVILY_KEY,
} from '../support/loopback/server.ts';
import { type PassThroughGateway, passThroughGateway } from '../support/pass-through-gateway.ts';
import { describeProviderContract, failureOf, freeScope } from './provider-contract.ts';
import { describeSearchContract } from './search-contract.ts';

describeProviderContract({
  name: 'Tavily',
  route: 'search',
  key: TEST_TAVILY_KEY,
  keyVariable: 'TAVILY_API_KEY',
  speaksOf: /^Tavily /,
  baseUrl: (server) => server.tavilyUrl,
  create: (options) => {
    const tavily = createTavily({ ...options, gateway: passThroughGateway() });
    return (scope) => tavily.search('home composting', { maxResults: 5 }, scope);
  },
  errors: [
    {
      name: '432',
      fault: { status: 432 },
      code: 'QUOTA_EXHAUSTED',
      retryable: false,
      says: /plan/,
    },
    { name: '433', fault: { status: 433 }, code: 'QUOTA_EXHAUSTED', retryable: false },
    {
      name: 'an anonymous limit',
      fault: { status: 429, body: { error: { code: 'keyless_daily_cap', message: 'cap' } } },
      code: 'RATE_LIMITED',
      retryable: true,
    },
  ],
});

describeProviderContract({
  name: 'Reading pages with Tavily',
  route: 'extract',
  key: TEST_TAVILY_KEY,
  keyVariable: 'TAVILY_API_KEY',
  speaksOf: /^Tavily /,
  baseUrl: (server) => server.tavilyUrl,
  create: (options) => {
    const tavily = createTavily({ ...options, gateway: passThroughGateway() });
    return (scope) => tavily.read('https://example.com/compost', scope);
  },
  errors: [
    { name: '432', fault: { status: 432 }, code: 'QUOTA_EXHAUSTED', retryable: false },
    {
      name: 'a page that cannot be read',
      fault: {
        body: { results: [], failed_results: [{ url: 'https://example.com', error: 'no' }] },
      },
      code: 'DOCUMENT_UNREADABLE',
      retryable: false,
      says: /https:\/\/example\.com\/compost/,
    },
  ],
});

describeSearchContract({
  name: 'Tavily',
  route: 'search',
  isWeb: true,
  create: ({ server, gateway, filters }) =>
    createTavily({ apiKey: TEST_TAVILY_KEY, baseUrl: server.tavilyUrl, gateway, filters }),
  bodyOf: (pages) => ({
    results: pages.map(({ title, url, text }, index) => ({
      title,
      url,
      content: text,
      raw_content: text,
      score: 0.9 - index / 100,
    })),
  }),
});

const RESULT: LoopbackResult = {
  title: 'A page',
  url: 'https://example.com/page',
  content: 'A snippet.',
  score: 0.9,
  raw_content: '# A page\n\nThe whole text.',
};

describe('Tavily', () => {
  let server: LoopbackServer;
  let gateway: PassThroughGateway;
  let tavily: TavilyProvider;
  const create = (options: Partial<TavilyOptions> = {}): TavilyProvider =>
    createTavily({
      apiKey: TEST_TAVILY_KEY,
      baseUrl: `${server.tavilyUrl}/`,
      gateway,
      now: () => new Date('2026-11-05T10:00:00Z'),
      ...options,
    });

  beforeAll(async () => {
    server = await startLoopbackServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.reset();
    gateway = passThroughGateway();
    tavily = create();
  });

  it('finds sources with their whole text, best first', async () => {
    const sources = await tavily.search('home composting', { maxResults: 5 }, freeScope());
    expect(sources.length).toBeGreaterThanOrEqual(3);
    for (const source of sources) {
      expect(source.url).toMatch(/^https:\/\//);
      expect(source.text).toContain('## ');
      expect(source.retrievedAt).toBe('2026-11-05T10:00:00.000Z');
    }
    const scores = sources.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((left, right) => right - left));
  });

  it('asks for full text, usage and a bounded number of results, with the key', async () => {
    await create({ searchDepth: 'advanced' }).search('a  b\n c', { maxResults: 500 }, freeScope());
    expect(server.calls[0]?.body).toMatchObject({
      query: 'a b c',
      search_depth: 'advanced',
      max_results: 20,
      include_raw_content: 'markdown',
      include_usage: true,
    });
    expect(server.calls[0]?.headers['authorization']).toMatch(/^sha256:/);
    expect(server.calls[0]?.headers['x-tavily-access-mode']).toBeUndefined();
    expect(gateway.answers[0]).toMatchObject({ consumed: { credits: 2 }, status: 200 });
  });

  it('hands the gateway a request without the key', async () => {
    await tavily.search('compost', { maxResults: 3 }, freeScope());
    expect(gateway.requests[0]).toMatchObject({
      provider: 'tavily',
      operation: 'search',
      body: { query: 'compost', maxResults: 3, searchDepth: 'basic', baseUrl: server.tavilyUrl },
      worstCase: { inputTokens: 0, outputTokens: 0, credits: 1 },
      keep: 'research',
    });
    await create({ searchDepth: 'advanced' }).search('compost', { maxResults: 3 }, freeScope());
    expect(gateway.requests[1]).toMatchObject({ worstCase: { credits: 2 } });
    await tavily.read(`https://example.com/?token=abcdef&of=${TEST_TAVILY_KEY}`, freeScope());
    expect(gateway.requests[2]).toMatchObject({
      worstCase: { credits: 1 },
      keep: 'research',
      detail: `${server.tavilyUrl}/extract https://example.com/?token=[key removed]&of=[key removed]`,
    });
    const details = gateway.requests.map(({ detail }) => detail);
    expect(details.join()).not.toContain(TEST_TAVILY_KEY);
    gateway.requests.pop();
    expect(JSON.stringify(gateway.requests)).not.toContain(TEST_TAVILY_KEY);
  });

  it.each([undefined, '', ' \t\n'])('sends nothing without a key (%j)', (apiKey) => {
    expect(() => create({ apiKey })).toThrow(
      expect.objectContaining({
        code: 'KEY_MISSING',
        message: expect.stringContaining('TAVILY_API_KEY') as string,
      }) as Error,
    );
    expect(server.count()).toBe(0);
  });

  it('cuts a long query so that Tavily takes it', async () => {
    const query = 'composting '.repeat(500);
    await tavily.search(query, { maxResults: 3 }, freeScope());
    expect(server.calls[0]).toMatchObject({ outcome: 'answered', status: 200 });
  });

  it('needs no images in the answer', async () => {
    server.failNext('search', { body: { query: 'x', results: [RESULT] } });
    const sources = await tavily.search('x', { maxResults: 3 }, freeScope());
    expect(sources).toEqual([
      {
        title: 'A page',
        url: 'https://example.com/page',
        retrievedAt: '2026-11-05T10:00:00.000Z',
        text: '# A page\n\nThe whole text.',
        score: 0.9,
      },
    ]);
    // Without usage in the answer, the price of the search depth counts.
    expect(gateway.answers[0]?.consumed.credits).toBe(1);
  });

  it('leaves results out that lack title, address or text, whatever they hold', async () => {
    const results: unknown[] = [
      null,
      7,
      'text',
      {},
      { ...RESULT, title: ' ' },
      { ...RESULT, url: 'javascript:alert(1)' },
      { ...RESULT, url: 'file:///etc/passwd' },
      { ...RESULT, url: `https://example.com/${'x'.repeat(3000)}` },
      { ...RESULT, content: '', raw_content: null },
      { ...RESULT, images: 'none' },
    ];
    server.failNext('search', { body: { results } });
    expect(await tavily.search('x', { maxResults: 20 }, freeScope())).toHaveLength(1);
  });

  it('falls back to the snippet, bounds scores and reads dates', async () => {
    const results = [
      { ...RESULT, raw_content: null, score: 7, published_date: 'Tue, 04 Nov 2025 10:00:00 GMT' },
      { ...RESULT, score: 'high', published_date: 'soon' },
    ];
    server.failNext('search', { body: { results } });
    const [first, second] = await tavily.search('x', { maxResults: 20 }, freeScope());
    expect(first).toMatchObject({
      text: 'A snippet.',
      score: 1,
      publishedAt: '2025-11-04T10:00:00.000Z',
    });
    expect(second?.score).toBe(0.5);
    expect(second).not.toHaveProperty('publishedAt');
  });

  it('takes no more results than it asked for, and no text over the limit', async () => {
    const text = `${'a'.repeat(199_999)}😀 and more`;
    const results = Array.from({ length: 50 }, () => ({ ...RESULT, raw_content: text }));
    server.failNext('search', { body: { results } });
    const sources = await tavily.search('x', { maxResults: 20 }, freeScope());
    expect(sources).toHaveLength(20);
    // The emoji would be torn apart at 200,000, so it goes as a whole.
    expect(sources[0]?.text).toBe('a'.repeat(199_999));
  });

  it('ends an answer that is longer than any answer should be', async () => {
    server.failNext('search', { body: ' '.repeat(51_000_000) });
    const error = await failureOf(tavily.search('x', { maxResults: 5 }, freeScope()));
    expect(error).toMatchObject({ code: 'ANSWER_INVALID', retryable: false });
    expect(error.message).toContain('longer than');
  });

  it('answers an empty list when nothing is found', async () => {
    server.failNext('search', { body: { results: [] } });
    expect(await tavily.search('x', { maxResults: 5 }, freeScope())).toEqual([]);
  });

  it("leaves other users of the SDK's transport alone", async () => {
    await tavily.search('x', { maxResults: 5 }, freeScope());
    const other = loadTavily().tavily({ apiKey: TEST_TAVILY_KEY, apiBaseURL: server.tavilyUrl });
    await expect(other.search('y')).resolves.toMatchObject({ query: 'y' });
    server.failNext('search', { body: { results: [] } });
    await expect(other.search('z')).rejects.toThrow('map');
  });

  it('reads a page as Markdown', async () => {
    const url = 'https://example.com/worm-towers';
    const page = await tavily.read(url, freeScope());
    expect(page).toMatchObject({ url, score: 1, retrievedAt: '2026-11-05T10:00:00.000Z' });
    expect(page.text).toContain('# worm towers');
    expect(server.calls[0]?.body).toMatchObject({ urls: [url], format: 'markdown' });
  });

  it('names a page without a title by its address', async () => {
    const url = 'https://example.com/page';
    server.failNext('extract', { body: { results: [{ url, raw_content: 'Text.' }] } });
    expect((await tavily.read(url, freeScope())).title).toBe(url);
    expect(gateway.answers[0]?.consumed.credits).toBe(0.2);
  });

  it('tells what the key has used', async () => {
    await tavily.search('x', { maxResults: 5 }, freeScope());
    expect(await tavily.usage(freeScope())).toEqual({
      plan: 'Bootstrap',
      key: { used: 1, limit: 1000 },
      account: { used: 1, limit: 15_000 },
    });
    expect(gateway.requests[1]).not.toHaveProperty('keep');
    expect(gateway.requests[1]).not.toHaveProperty('worstCase');
  });

  it.each([
    [{ status: 401 }, 'KEY_REJECTED'],
    [{ status: 429 }, 'RATE_LIMITED'],
    [{ break: 'html' }, 'ANSWER_INVALID'],
    [{ break: 'truncate' }, 'ANSWER_INVALID'],
    [{ body: { key: 'none' } }, 'ANSWER_INVALID'],
    [{ break: 'reset' }, 'PROVIDER_UNAVAILABLE'],
  ] as const)('classifies failures of the usage as well: %j', async (fault, code) => {
    server.failNext('usage', fault);
    expect(await failureOf(tavily.usage(freeScope()))).toMatchObject({ code });
  });

  it('meets true limits as a pause', async () => {
    server.configure({ limits: { tavily: { requests: { limit: 2, windowMs: 3_600_000 } } } });
    const calls = [1, 2].map(() => tavily.search('x', { maxResults: 3 }, freeScope()));
    await Promise.all(calls);
    const error = await failureOf(tavily.search('x', { maxResults: 3 }, freeScope()));
    expect(error.code).toBe('RATE_LIMITED');
    expect(error.retryAfterMs).toBeGreaterThan(0);
  });
});
