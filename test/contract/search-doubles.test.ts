import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type LoopbackServer,
  startLoopbackServer,
  TEST_TAVILY_KEY,
} from '../support/loopback/server.ts';

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const post = (path: string, body: unknown) =>
  fetch(`${server.tavilyUrl}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TEST_TAVILY_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('the double of Tavily', () => {
  it.each([
    [{ topic: 'sports' }, /topic/],
    [{ topic: ['news'] }, /topic/],
    [{ time_range: 'decade' }, /time range/],
    [{ topic: 'news', country: 'germany' }, /topic general/],
    [{ country: 'Germany' }, /Invalid country/],
    [{ include_domains: Array(301).fill('a.example') }, /include_domains/],
    [{ exclude_domains: Array(151).fill('a.example') }, /exclude_domains/],
    [{ include_domains: 'a.example' }, /include_domains/],
  ])('refuses a search with %j', async (wish, says) => {
    const answer = await post('/search', { query: 'compost', ...wish });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toMatch(says);
  });

  it.each(['/map', '/crawl'])('%s refuses what Tavily refuses', async (path) => {
    const statuses = await Promise.all(
      [{}, { max_depth: 6 }, { max_breadth: 501 }, { limit: 0 }, { timeout: 9 }].map(
        async (wish) => (await post(path, { url: 'a.example', ...wish })).status,
      ),
    );
    expect(statuses).toEqual([200, 400, 400, 400, 400]);
    expect((await post(path, {})).status).toBe(400);
    expect((await post(path, { url: 'closed.example' })).status).toBe(403);
  });

  it('keeps to the domains', async () => {
    const wish = { include_domains: ['a.example'], exclude_domains: ['b.a.example'] };
    const { results } = (await (await post('/search', { query: 'compost', ...wish })).json()) as {
      results: { url: string }[];
    };
    expect(results.length).toBeGreaterThan(1);
    for (const { url } of results) expect(new URL(url).host).toBe('a.example');
  });
});

describe('the double of SearXNG', () => {
  const get = (query: string) => fetch(`${server.searxngUrl}/search?${query}`);

  it.each([
    ['format=json', 400],
    ['q=compost&format=json&time_range=decade', 400],
    ['q=compost&format=json&language=de-Latn-DE', 400],
    ['q=compost&format=json&pageno=0', 400],
    ['q=compost&format=csv', 403],
    ['q=compost&format=json&language=de-DE&time_range=week&pageno=2', 200],
  ])('answers %s with %d', async (query, status) => {
    expect((await get(query)).status).toBe(status);
  });

  it('answers with a page where nobody asks for JSON', async () => {
    const answer = await get('q=compost');
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toContain('<!doctype html>');
  });

  it('obeys operators', async () => {
    const query = new URLSearchParams({
      q: 'compost (site:a.example OR site:b.example) -site:a.example',
      format: 'json',
    });
    const { results } = (await (await get(query.toString())).json()) as {
      results: { url: string }[];
    };
    const hosts = results.map(({ url }) => new URL(url).host);
    expect(new Set(hosts)).toEqual(new Set(['b.example']));
  });
});
