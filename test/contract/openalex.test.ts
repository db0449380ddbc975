import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../src/core/errors.ts';
import { createOpenAlexSearch } from '../../src/providers/openalex/openalex-search.ts';
import {
  createOpenAlex,
  type OpenAlex,
  type OpenAlexOptions,
} from '../../src/providers/openalex/openalex.ts';
import type { WorksQuery } from '../../src/providers/openalex/works-address.ts';
import type { FoundSource } from '../../src/providers/search-provider.ts';
import {
  type LoopbackServer,
  startLoopbackServer,
  TEST_OPENALEX_KEY,
} from '../support/loopback/server.ts';
import { type PassThroughGateway, passThroughGateway } from '../support/pass-through-gateway.ts';
import { describeProviderContract, failureOf, freeScope } from './provider-contract.ts';
import { describeSearchContract } from './search-contract.ts';

const AUTHOR = 5_000_000_001;
const QUERY: WorksQuery = {
  filters: [`author.id:A${AUTHOR}`],
  select: ['id', 'title', 'abstract_inverted_index'],
  perPage: 5,
};

const TOO_LONG =
  '<html>\r\n<head><title>414 Request-URI Too Large</title></head>\r\n<body></body>\r\n</html>';

describeProviderContract({
  name: 'OpenAlex',
  route: 'works',
  key: TEST_OPENALEX_KEY,
  keyVariable: 'OPENALEX_API_KEY',
  speaksOf: /^OpenAlex /,
  baseUrl: (server) => server.openalexUrl,
  create: (options) => {
    const openalex = createOpenAlex({ ...options, gateway: passThroughGateway() });
    return (scope) => openalex.page(QUERY, { cursor: '*' }, scope);
  },
  errors: [
    {
      name: '429 when the credits of the day are used up',
      fault: {
        status: 429,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '43200' },
      },
      code: 'QUOTA_EXHAUSTED',
      retryable: false,
      says: /tomorrow/,
    },
    {
      name: '429 when the second is used up',
      fault: {
        status: 429,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1', 'retry-after': '1' },
      },
      code: 'RATE_LIMITED',
      retryable: true,
    },
    {
      name: '429 while credits are left',
      fault: {
        status: 429,
        headers: { 'x-ratelimit-remaining': '99000', 'x-ratelimit-reset': '43200' },
      },
      code: 'RATE_LIMITED',
      retryable: true,
    },
    {
      name: '429 with headers that are no numbers',
      fault: {
        status: 429,
        headers: { 'x-ratelimit-remaining': 'none', 'x-ratelimit-reset': 'soon' },
      },
      code: 'RATE_LIMITED',
      retryable: true,
    },
    {
      name: '403',
      fault: {
        status: 403,
        body: { error: 'Invalid query parameters error.', message: 'author.idd is not a filter.' },
      },
      code: 'REQUEST_REJECTED',
      retryable: false,
      says: /author\.idd is not a filter/,
    },
    {
      name: '403 about the key',
      fault: { status: 403, body: { error: 'Forbidden', message: 'This key is blocked.' } },
      code: 'KEY_REJECTED',
      retryable: false,
      says: /OPENALEX_API_KEY/,
    },
    {
      name: '400 as a web page',
      fault: {
        status: 400,
        body: '<html><h1>Bad Request</h1></html>',
        headers: { 'content-type': 'text/html' },
      },
      code: 'REQUEST_REJECTED',
      retryable: false,
      says: /HTTP 400/,
    },
    {
      name: '414',
      fault: { status: 414, body: TOO_LONG, headers: { 'content-type': 'text/html' } },
      code: 'REQUEST_REJECTED',
      retryable: false,
      says: /HTTP 414/,
    },
    {
      name: 'a list without a count',
      fault: { body: { meta: {}, results: [] } },
      code: 'ANSWER_INVALID',
      retryable: true,
      perhapsPaid: true,
      says: /no list of works/,
    },
  ],
});

/** An abstract as OpenAlex hands it over; what is no text stays what it is. */
function indexOf(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  const places = new Map<string, number[]>();
  for (const [place, word] of text.split(' ').entries()) {
    const known = places.get(word) ?? [];
    known.push(place);
    places.set(word, known);
  }
  return Object.fromEntries(places);
}

describeSearchContract({
  name: 'OpenAlex',
  route: 'works',
  isWeb: false,
  create: ({ server, gateway }) =>
    createOpenAlexSearch(
      createOpenAlex({ apiKey: TEST_OPENALEX_KEY, baseUrl: server.openalexUrl, gateway }),
    ),
  bodyOf: (pages) => ({
    meta: { count: pages.length, page: 1, per_page: 200 },
    results: pages.map(({ title, url, text }, index) => ({
      id: `https://openalex.org/W${index + 1}`,
      title,
      primary_location: { landing_page_url: url },
      open_access: { oa_url: url },
      abstract_inverted_index: indexOf(text),
      relevance_score: 100 - index,
      is_retracted: false,
    })),
  }),
});

describe('OpenAlex', () => {
  let server: LoopbackServer;
  let gateway: PassThroughGateway;
  const create = (options: Partial<OpenAlexOptions> = {}): OpenAlex =>
    createOpenAlex({
      apiKey: TEST_OPENALEX_KEY,
      baseUrl: `${server.openalexUrl}/`,
      gateway,
      ...options,
    });

  beforeAll(async () => {
    server = await startLoopbackServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.reset();
    gateway = passThroughGateway();
  });

  it('reads a list page by page, by cursor and by number', async () => {
    const openalex = create();
    const first = await openalex.page(QUERY, { cursor: '*' }, freeScope());
    const cursor = first.nextCursor ?? '';
    const second = await openalex.page(QUERY, { cursor }, freeScope());
    expect(await openalex.page(QUERY, { page: 2 }, freeScope())).toEqual({
      count: second.count,
      works: second.works,
      groups: [],
    });
    expect(first.works).toHaveLength(5);
    expect(first.count).toBeGreaterThan(9);
    const ids = [...first.works, ...second.works].map(({ id }) => id);
    expect(new Set(ids).size).toBe(10);
  });

  it('sends the key and who asks with every request, and keeps both out of what decides it', async () => {
    const openalex = create({ mailto: 'someone+tests@example.org' });
    const query = { ...QUERY, search: `heaps ${TEST_OPENALEX_KEY}` };
    await openalex.page(query, { page: 1 }, freeScope());
    expect(server.calls[0]).toMatchObject({
      isKeyed: true,
      query: {
        filter: `author.id:A${AUTHOR}`,
        'per-page': '5',
        page: '1',
        mailto: 'someone+tests@example.org',
      },
    });
    const [request] = gateway.requests;
    expect(request).toMatchObject({
      provider: 'openalex',
      operation: 'works',
      body: { baseUrl: server.openalexUrl, query, place: { page: 1 } },
      keep: 'research',
    });
    expect(request).not.toHaveProperty('worstCase');
    expect(request?.detail).toContain('search=heaps%20[key removed]');
    expect(request?.detail).not.toContain(TEST_OPENALEX_KEY);
    await openalex.page(QUERY, { page: 1 }, freeScope());
    expect(JSON.stringify(gateway.requests[1])).not.toContain(TEST_OPENALEX_KEY);
    expect(JSON.stringify(gateway.requests[1])).not.toContain('mailto');
  });

  it.each([undefined, '', ' \t\n'])('works without a key (%j)', async (apiKey) => {
    const page = await create({ apiKey }).page(QUERY, { page: 1 }, freeScope());
    expect(page.works).toHaveLength(5);
    expect(server.calls[0]).toMatchObject({ isKeyed: false });
    expect(server.calls[0]?.query).not.toHaveProperty('mailto');
  });

  it('shows a key nowhere that has to be encoded', async () => {
    const apiKey = 'a+b/c=d&e0123456789';
    const echo = `No such key: ${encodeURIComponent(apiKey)} ${apiKey}`;
    server.failNext('works', { status: 401, body: { error: 'Invalid API key', message: echo } });
    const error = await failureOf(create({ apiKey }).page(QUERY, { page: 1 }, freeScope()));
    expect(error.code).toBe('KEY_REJECTED');
    expect(error.message).not.toMatch(/0123456789/);
  });

  it('puts abstracts together and leaves the rest as it came', async () => {
    const select = ['id', 'authorships', 'abstract_inverted_index', 'primary_topic'];
    const page = await create().page({ ...QUERY, select }, { page: 1 }, freeScope());
    for (const work of page.works) {
      expect(Object.keys(work).toSorted()).toEqual([
        'abstract',
        'authorships',
        'id',
        'primary_topic',
      ]);
      expect(work['abstract'] ?? 'It has none.').toMatch(/^[A-Z].* .*\.$/);
    }
    expect(page.works.some(({ abstract }) => typeof abstract === 'string')).toBe(true);
  });

  it('counts groups', async () => {
    const query = { ...QUERY, select: [], groupBy: 'publication_year', perPage: 200 };
    const page = await create().page(query, { cursor: '*' }, freeScope());
    expect(page.works).toEqual([]);
    expect(page.groups.length).toBeGreaterThan(1);
    const sum = page.groups.reduce((all, { count }) => all + count, 0);
    expect(sum).toBe(page.count);
  });

  it('passes on what the service says of a wrong request', async () => {
    const wrong = { ...QUERY, filters: ['author.idd:A1'] };
    const error = await failureOf(create().page(wrong, { page: 1 }, freeScope()));
    expect(error).toMatchObject({ code: 'REQUEST_REJECTED', status: 400, retryable: false });
    expect(error.message).toContain('author.idd');
  });

  it('tells the end of the day from the end of a second', async () => {
    server.configure({ openalex: { dailyCredits: 1 } });
    const openalex = create();
    await openalex.page(QUERY, { page: 1 }, freeScope());
    const codes: AppError['code'][] = [];
    codes.push((await failureOf(openalex.page(QUERY, { page: 2 }, freeScope()))).code);
    server.configure({
      openalex: {},
      limits: { openalex: { requests: { limit: 1, windowMs: 60_000 } } },
    });
    await openalex.page(QUERY, { page: 1 }, freeScope());
    const error = await failureOf(openalex.page(QUERY, { page: 2 }, freeScope()));
    codes.push(error.code);
    expect(codes).toEqual(['QUOTA_EXHAUSTED', 'RATE_LIMITED']);
    expect(error.retryAfterMs).toBeGreaterThan(0);
  });

  it('ends an answer that is longer than any page of works', async () => {
    server.failNext('works', { body: ' '.repeat(51_000_000) });
    const error = await failureOf(create().page(QUERY, { page: 1 }, freeScope()));
    expect(error).toMatchObject({ code: 'ANSWER_INVALID', retryable: false });
    expect(error.message).toContain('longer than');
  });
});

describe('works as sources', () => {
  let server: LoopbackServer;
  let gateway: PassThroughGateway;
  const find = (text: string, maxResults = 20): Promise<FoundSource[]> =>
    createOpenAlexSearch(createOpenAlex({ baseUrl: server.openalexUrl, gateway }), {
      now: () => new Date('2026-11-05T10:00:00Z'),
    }).search(text, { maxResults }, freeScope());
  const answerWith = (...results: readonly object[]): void =>
    server.failNext('works', { body: { meta: { count: results.length }, results } });

  beforeAll(async () => {
    server = await startLoopbackServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.reset();
    gateway = passThroughGateway();
  });

  it('have an abstract, and are never retracted', async () => {
    const found = await find('heat pump noise', 200);
    const { query } = server.calls[0] ?? {};
    expect(query).toMatchObject({
      filter: 'is_retracted:false,has_abstract:true',
      search: 'heat pump noise',
      'per-page': '200',
    });
    // The double finds 40, of which every sixth has no abstract, and one is retracted.
    expect(found).toHaveLength(40 - 6 - 1);
  });

  it('are left out where the service does not keep to its filters', async () => {
    const work = { title: 'On heaps', abstract_inverted_index: { Heaps: [0], heat: [1] } };
    answerWith(
      { ...work, id: 'https://openalex.org/W1', is_retracted: true },
      { ...work, id: 'https://openalex.org/W2', abstract_inverted_index: null },
      { ...work, id: 'https://openalex.org/W3', abstract_inverted_index: {} },
      { ...work, id: 'https://openalex.org/W4', abstract_inverted_index: { ' ': [0] } },
      { ...work, id: 'https://openalex.org/W5', title: null },
      { ...work, id: 'https://openalex.org/A6' },
      { ...work, id: null },
      { ...work, id: 'https://openalex.org/W7', is_retracted: false },
    );
    expect((await find('heaps')).map(({ work: { id } = { id: '' } }) => id)).toEqual(['W7']);
  });

  it('carry what a reference to them says', async () => {
    const authorships = ['Ana Abe', 'Björn Brandt', 'Chidi Costa', 'Dagmar Duarte'].map(
      (display_name) => ({ author: { display_name } }),
    );
    answerWith({
      id: 'https://openalex.org/W7',
      doi: 'https://doi.org/10.5555/Works.7',
      title: 'On heaps',
      type: 'article',
      language: 'en',
      publication_year: 2021,
      publication_date: '2021-04-05',
      authorships,
      primary_location: { source: { display_name: 'Journal of Heaps' } },
      open_access: { oa_url: 'https://repository.example.org/7.pdf' },
      biblio: { volume: '3', issue: '4', first_page: '10', last_page: '19' },
      cited_by_count: 12,
      is_retracted: false,
      relevance_score: 7,
      abstract_inverted_index: { heat: [1], Heaps: [0], up: [2] },
    });
    expect(await find('heaps')).toEqual([
      {
        title: 'On heaps',
        url: 'https://doi.org/10.5555/works.7',
        author: 'Ana Abe, Björn Brandt, Chidi Costa et al.',
        publishedAt: '2021-04-05',
        retrievedAt: '2026-11-05T10:00:00.000Z',
        text: 'Heaps heat up',
        score: 1,
        work: {
          id: 'W7',
          doi: '10.5555/works.7',
          type: 'article',
          authors: ['Ana Abe', 'Björn Brandt', 'Chidi Costa', 'Dagmar Duarte'],
          year: 2021,
          venue: 'Journal of Heaps',
          volume: '3',
          issue: '4',
          firstPage: '10',
          lastPage: '19',
          citedBy: 12,
          openAccessUrl: 'https://repository.example.org/7.pdf',
        },
      },
    ]);
  });

  it.each([
    [undefined, 'https://openalex.org/W7'],
    [
      'https://doi.org/10.1002/(SICI)1097-4571<8::AID>3.0',
      'https://doi.org/10.1002/(sici)1097-4571%3C8::aid%3E3.0',
    ],
    ['https://doi.org/10.1000/a?b#c', 'https://doi.org/10.1000/a%3Fb%23c'],
    ['javascript:alert(1)', 'https://openalex.org/W7'],
  ])('are found where their DOI leads (%s)', async (doi, url) => {
    const work = { id: 'https://openalex.org/W7', title: 'On heaps' };
    answerWith({ ...work, doi, abstract_inverted_index: { Heaps: [0] } });
    expect((await find('heaps')).map((source) => source.url)).toEqual([url]);
  });

  it.each([
    ['heat pumps: are they loud?', 'heat pumps are they loud'],
    ['"heat pump" AND noise OR NOT garden', 'heat pump and noise or not garden'],
    ['heat* ~pump (noise|sound) a:b', 'heat pump noise sound a b'],
    ["don't use R-290 at 2.5 °C", "don't use R-290 at 2.5 C"],
    ['Wärmepumpe für Altbau', 'Wärmepumpe für Altbau'],
  ])('are searched for by the words alone: %s', async (text, search) => {
    await find(text);
    expect(server.calls[0]?.query?.['search']).toBe(search);
  });

  it.each(['???', '', ' "" ', '🌱'])('are not searched for without a word: %j', async (text) => {
    expect(await find(text)).toEqual([]);
    expect(server.count()).toBe(0);
  });

  it.each(['堆肥'.repeat(500), 'Wärmepumpe '.repeat(300), '𠮷'.repeat(400)])(
    'are searched for by no more words than an address takes (%#)',
    async (text) => {
      const apiKey = TEST_OPENALEX_KEY;
      const mailto = 'a.name.of.usual.length@university.example.org';
      const openalex = createOpenAlex({ apiKey, mailto, baseUrl: server.openalexUrl, gateway });
      await createOpenAlexSearch(openalex).search(text, { maxResults: 5 }, freeScope());
      expect(server.calls[0]).toMatchObject({ outcome: 'answered', status: 200 });
    },
  );

  it('hold no more text than a source may, whatever the abstract is', async () => {
    const words = Array.from({ length: 15_000 }, (_, place) => [
      `${place}${'x'.repeat(190)}`,
      [place],
    ]);
    const abstract_inverted_index = Object.fromEntries(words) as unknown;
    answerWith({ id: 'https://openalex.org/W7', title: 'On heaps', abstract_inverted_index });
    const [source] = await find('heaps');
    expect(source?.text.length).toBeGreaterThan(1000);
    expect(source?.text.length).toBeLessThanOrEqual(200_000);
  });

  it('keep control characters of an abstract to themselves', async () => {
    const abstract_inverted_index = { 'Heaps\u001B[31m': [0], 'heat\u0007\u202E': [1], 'up.': [2] };
    answerWith({ id: 'https://openalex.org/W7', title: 'On heaps', abstract_inverted_index });
    const [source] = await find('heaps');
    expect(source?.text).toBe('Heaps heat up.');
  });
});
