import type { LoopbackOptions, RouteAnswer } from './loopback-types.ts';
import { searxngError } from './searxng-errors.ts';
import { type LoopbackResult, searchResults } from './search-results.ts';
import { isOn } from './tavily-filters.ts';

/** What SearXNG is like beside what it finds. */
export interface SearxngOptions {
  /** `search.formats` of its settings; html and json by default. */
  formats?: readonly string[];
  /** Engines that do not answer, with the reason. */
  unresponsive?: readonly (readonly [engine: string, reason: string])[];
  /** Answers a search instead of the generated results. */
  results?: (parameters: Readonly<Record<string, string>>) => readonly unknown[] | undefined;
}

/** `GET /search`, with the checks that SearXNG makes. */
export function answerSearxng({ searchParams }: URL, options: LoopbackOptions): RouteAnswer {
  const parameters = Object.fromEntries(searchParams);
  const { q: query = '', format = 'html', time_range: range = '', pageno = '1' } = parameters;
  const { formats = ['html', 'json'], unresponsive = [], results } = options.searxng ?? {};
  if (!formats.includes(format)) return searxngError(403);
  if (query.trim() === '') return searxngError(400, 'No query');
  const language = parameters['language'] ?? 'auto';
  if (!/^(?:all|auto|[a-z]{2,3}(?:-[a-zA-Z]{2})?)$/.test(language)) {
    return searxngError(400, `Invalid value "${language}" for parameter language`);
  }
  if (!['', 'day', 'week', 'month', 'year'].includes(range)) {
    return searxngError(400, `Invalid value "${range}" for parameter time_range`);
  }
  if (!/^[1-9]\d*$/.test(pageno)) {
    return searxngError(400, `Invalid value "${pageno}" for parameter pageno`);
  }
  if (format !== 'json') {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    return { status: 200, body: '<!doctype html><title>SearXNG</title>', headers };
  }
  const category = parameters['categories'] ?? 'general';
  return {
    status: 200,
    body: {
      query,
      number_of_results: 0,
      results:
        results?.(parameters) ?? find(query).map((page, index) => toResult(page, index, category)),
      answers: [],
      corrections: [],
      infoboxes: [],
      suggestions: [],
      unresponsive_engines: unresponsive,
    },
  };
}

/** The generated pages; operators are obeyed as the engines behind SearXNG do. */
function find(query: string): LoopbackResult[] {
  const wanted = [...query.matchAll(/(?<!-)site:([^\s()]+)/g)].map(([, host = '']) => host);
  const unwanted = [...query.matchAll(/-site:(\S+)/g)].map(([, host = '']) => host);
  const words = query
    .replaceAll(/-?site:[^\s()]+|[()]|\bOR\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return searchResults(words)
    .map((page, index) => {
      const host = wanted[index % wanted.length];
      return host === undefined || isOn(page.url, wanted)
        ? page
        : { ...page, url: page.url.replace(/(?<=:\/\/)[^/]+/, host) };
    })
    .filter(({ url }) => !isOn(url, unwanted));
}

function toResult({ url, title, content }: LoopbackResult, index: number, category: string) {
  return {
    url,
    title,
    content,
    publishedDate: category === 'news' ? '2026-10-01T08:00:00' : null,
    engine: 'duckduckgo',
    engines: index === 0 ? ['duckduckgo', 'brave'] : ['duckduckgo'],
    parsed_url: ['https', new URL(url).host, new URL(url).pathname, '', '', ''],
    template: 'default.html',
    positions: [index + 1],
    score: index === 0 ? 4 : 1 / (index + 1),
    category,
    thumbnail: '',
  };
}
