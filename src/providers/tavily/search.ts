import type { AttemptLimits } from '../attempt-within.ts';
import type { CallAnswer } from '../call.ts';
import { NO_FILTERS, type SearchFilters } from '../search-filters.ts';
import type { FoundSource } from '../search-provider.ts';
import { readToldPages } from '../told-pages.ts';
import { attemptTavily, type TavilyConnection } from './attempt.ts';
import { SEARCH_CREDITS, type TavilySearchDepth } from './credits.ts';
import { spentCredits } from './spent.ts';

/** All that decides the answer of a search; of the filters those that ask for something. */
export interface TavilySearchBody extends Partial<SearchFilters> {
  baseUrl: string;
  query: string;
  searchDepth: TavilySearchDepth;
  maxResults: number;
}

/** One attempt at a search. What the service lets through against the filters is left out here. */
export async function attemptSearch(
  connection: TavilyConnection,
  { baseUrl: _address, query, searchDepth, maxResults, ...filters }: TavilySearchBody,
  limits: AttemptLimits,
  now: () => Date,
): Promise<CallAnswer<FoundSource[]>> {
  const { includeDomains, excludeDomains, ...wishes } = filters;
  const { value, answer } = await attemptTavily(connection, limits, (client) =>
    client.search(query, {
      searchDepth,
      maxResults,
      includeRawContent: 'markdown',
      includeUsage: true,
      ...(includeDomains === undefined ? {} : { includeDomains: [...includeDomains] }),
      ...(excludeDomains === undefined ? {} : { excludeDomains: [...excludeDomains] }),
      ...definedOf(wishes),
    }),
  );
  const pages = value.results.map(({ rawContent, content, ...result }) => ({
    title: result.title,
    url: result.url,
    text: rawContent,
    snippet: content,
    score: result.score,
    publishedAt: result.publishedDate,
  }));
  const reading = {
    maxResults,
    retrievedAt: now().toISOString(),
    filters: { ...NO_FILTERS, ...filters },
  };
  return {
    value: readToldPages(pages, reading),
    consumed: spentCredits(answer.body, SEARCH_CREDITS[searchDepth]),
    status: answer.status,
  };
}

function definedOf({
  timeRange,
  country,
  topic,
}: Pick<TavilySearchBody, 'timeRange' | 'country' | 'topic'>) {
  return {
    ...(timeRange === undefined ? {} : { timeRange }),
    ...(country === undefined ? {} : { country }),
    ...(topic === undefined ? {} : { topic }),
  };
}
