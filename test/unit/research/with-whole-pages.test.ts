import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import { NO_FILTERS } from '../../../src/providers/search-filters.ts';
import type { FoundSource, SearchProvider } from '../../../src/providers/search-provider.ts';
import type { PageReader } from '../../../src/research/given-sources.ts';
import { withWholePages } from '../../../src/research/with-whole-pages.ts';

const scope = () => ({ signal: new AbortController().signal });
const snippet = (path: string, more: Partial<FoundSource> = {}): FoundSource => ({
  title: `Told of ${path}`,
  url: `https://example.org/${path}`,
  retrievedAt: '2026-11-05T10:00:00.000Z',
  text: 'A few lines.',
  isSnippet: true,
  score: 0.9,
  ...more,
});
const whole = (url: string, more: Partial<FoundSource> = {}): FoundSource => ({
  title: 'The page itself',
  url,
  retrievedAt: '2026-11-05T10:00:01.000Z',
  text: 'The whole text of the page, with all that it says.',
  isPlainText: true,
  score: 1,
  ...more,
});

function searchOf(found: readonly FoundSource[]): SearchProvider {
  return { name: 'searxng', search: async () => [...found] };
}

async function find(
  found: readonly FoundSource[],
  read: PageReader['read'],
  options: { most?: number; excludeDomains?: string[] } = {},
): Promise<FoundSource[]> {
  const { most = 2, excludeDomains = [] } = options;
  const filters = { ...NO_FILTERS, excludeDomains };
  const search = withWholePages(searchOf(found), { pages: { read }, most, filters });
  return search.search('x', { maxResults: 8 }, scope());
}

describe('a search with whole pages', () => {
  it('reads the best pages, and keeps what the search told of the others', async () => {
    const asked: string[] = [];
    const found = await find([snippet('a'), snippet('b'), snippet('c')], async (url) => {
      asked.push(url);
      return whole(url);
    });
    expect(asked).toEqual(['https://example.org/a', 'https://example.org/b']);
    expect(found.map(({ title, isSnippet, score }) => [title, isSnippet, score])).toEqual([
      ['The page itself', undefined, 0.9],
      ['The page itself', undefined, 0.9],
      ['Told of c', true, 0.9],
    ]);
    expect(found[0]).not.toHaveProperty('isSnippet');
  });

  it('keeps the lines of pages that cannot be read or show less', async () => {
    const found = await find([snippet('a'), snippet('b')], async (url) => {
      if (url.endsWith('a')) throw new AppError('DOCUMENT_UNREADABLE', 'no');
      return whole(url, { text: 'Enable it.' });
    });
    expect(found.map(({ text }) => text)).toEqual(['A few lines.', 'A few lines.']);
  });

  it('keeps the date that the search told where the page tells none', async () => {
    const publishedAt = '2026-01-02T00:00:00.000Z';
    const [first] = await find([snippet('a', { publishedAt })], async (url) => whole(url));
    expect(first?.publishedAt).toBe(publishedAt);
  });

  it('reads no page that the search knows as a whole', async () => {
    const { isSnippet: _lines, ...page } = snippet('a');
    const found = await find([page], () => Promise.reject(new Error('not asked for')));
    expect(found).toEqual([page]);
  });

  it('leaves out a page that leads on to an excluded host', async () => {
    const read: PageReader['read'] = async (url) =>
      whole(url.endsWith('a') ? 'https://shop.evil.example/' : url);
    const found = await find([snippet('a'), snippet('b')], read, {
      excludeDomains: ['evil.example'],
    });
    expect(found.map(({ url }) => url)).toEqual(['https://example.org/b']);
  });

  it('fails with what stops a run', async () => {
    const stop = new AppError('BUDGET_EXHAUSTED', 'Nothing may be spent any more.');
    await expect(find([snippet('a')], () => Promise.reject(stop))).rejects.toBe(stop);
  });

  it('ends the reading when aborted', async () => {
    const controller = new AbortController();
    const reason = new DOMException('Stopped by the user.', 'AbortError');
    const begun = Promise.withResolvers<void>();
    const read: PageReader['read'] = (_url, { signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        begun.resolve();
      });
    const search = withWholePages(searchOf([snippet('a')]), {
      pages: { read },
      most: 2,
      filters: NO_FILTERS,
    });
    const call = search.search('x', { maxResults: 8 }, { signal: controller.signal });
    const settled = call.catch((error: unknown) => error);
    await begun.promise;
    controller.abort(reason);
    expect(await settled).toBe(reason);
  });
});
