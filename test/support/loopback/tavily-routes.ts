import { tavilyError } from './error-bodies.ts';
import type { LoopbackOptions, RouteAnswer, SearchCallBody } from './loopback-types.ts';
import { pageText } from './page-text.ts';
import { searchResults } from './search-results.ts';
import { checkFilters, filterResults, readFilters } from './tavily-filters.ts';

type Fields = Record<string, unknown>;

/** `POST /search`, with the checks that Tavily makes. */
export function answerSearch(body: Fields, options: LoopbackOptions): RouteAnswer {
  const { query } = body;
  if (typeof query !== 'string' || query.trim() === '')
    return tavilyError(400, 'Query is missing.');
  if (query.length > 400) {
    return tavilyError(400, 'Query is too long. Max query length is 400 characters.');
  }
  const most = body['max_results'] ?? 5;
  if (typeof most !== 'number' || !Number.isInteger(most) || most < 0 || most > 20) {
    return tavilyError(400, 'Invalid max_results. Must be between 0 and 20.');
  }
  const depth = body['search_depth'] ?? 'basic';
  if (typeof depth !== 'string' || !['basic', 'advanced', 'fast', 'ultra-fast'].includes(depth)) {
    return tavilyError(400, 'Invalid search_depth.');
  }
  const refusal = checkFilters(body);
  if (refusal !== undefined) return refusal;
  const filters = readFilters(body);
  const request: SearchCallBody = {
    query,
    max_results: most,
    search_depth: depth,
    include_raw_content: body['include_raw_content'],
    ...filters,
  };
  const told = options.search?.(request);
  const found = filterResults(told ?? searchResults(query), filters, told === undefined);
  const withText = Boolean(body['include_raw_content']);
  const results = found
    .slice(0, most)
    .map((result) => (withText ? result : { ...result, raw_content: null }));
  return {
    status: 200,
    body: {
      query,
      follow_up_questions: null,
      answer: null,
      images: [],
      results,
      response_time: 0.42,
      ...(body['include_usage'] === true
        ? { usage: { credits: depth === 'advanced' ? 2 : 1 } }
        : {}),
      request_id: '11111111-2222-4333-8444-555555555555',
    },
  };
}

/** `POST /extract`; addresses with `unreachable` in them fail, as some always do. */
export function answerExtract(body: Fields): RouteAnswer {
  const urls = [body['urls']].flat().filter((url) => typeof url === 'string');
  if (urls.length === 0) return tavilyError(400, 'URLs are missing.');
  if (urls.length > 20) return tavilyError(400, 'Max 20 URLs are allowed.');
  const isReachable = (url: string): boolean => URL.canParse(url) && !url.includes('unreachable');
  const reachable = urls.filter(isReachable);
  const results = reachable.map((url) => {
    const topic = decodeURIComponent(new URL(url).pathname)
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return { url, title: topic, raw_content: pageText(topic || 'this site', url), images: [] };
  });
  return {
    status: 200,
    body: {
      results,
      failed_results: urls
        .filter((url) => !isReachable(url))
        .map((url) => ({ url, error: 'Failed to fetch url' })),
      response_time: 0.02,
      ...(body['include_usage'] === true
        ? { usage: { credits: Math.floor(reachable.length / 5) } }
        : {}),
      request_id: '11111111-2222-4333-8444-666666666666',
    },
  };
}

/** `GET /usage` after so many searches. */
export function answerUsage(searches: number): RouteAnswer {
  return {
    status: 200,
    body: {
      key: { usage: searches, limit: 1000, search_usage: searches, extract_usage: 0 },
      account: {
        current_plan: 'Bootstrap',
        plan_usage: searches,
        plan_limit: 15_000,
        paygo_usage: 0,
        paygo_limit: 100,
      },
    },
  };
}
