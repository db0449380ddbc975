import type { AttemptLimits } from '../attempt-within.ts';
import type { CallAnswer } from '../call.ts';
import { jsonCount, jsonField } from '../json-field.ts';
import type { FoundSource } from '../search-provider.ts';
import { readResults } from './answer.ts';
import { attemptTavily, type TavilyConnection } from './attempt.ts';
import { SEARCH_CREDITS, type TavilySearchDepth } from './credits.ts';

/** All that decides the answer of a search. */
export interface TavilySearchBody {
  baseUrl: string;
  query: string;
  searchDepth: TavilySearchDepth;
  maxResults: number;
}

/** One attempt at a search. */
export async function attemptSearch(
  connection: TavilyConnection,
  { query, searchDepth, maxResults }: TavilySearchBody,
  limits: AttemptLimits,
  now: () => Date,
): Promise<CallAnswer<FoundSource[]>> {
  const { value, answer } = await attemptTavily(connection, limits, (client) =>
    client.search(query, {
      searchDepth,
      maxResults,
      includeRawContent: 'markdown',
      includeUsage: true,
    }),
  );
  const reported = jsonField(jsonField(answer.body, 'usage'), 'credits');
  const credits = typeof reported === 'number' ? jsonCount(reported) : SEARCH_CREDITS[searchDepth];
  return {
    value: readResults(value.results, { maxResults, retrievedAt: now().toISOString() }),
    consumed: { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, credits },
    status: answer.status,
  };
}
