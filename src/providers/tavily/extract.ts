import { AppError } from '../../core/errors.ts';
import type { AttemptLimits } from '../attempt-within.ts';
import type { CallAnswer } from '../call.ts';
import { jsonCount, jsonField } from '../json-field.ts';
import type { FoundSource } from '../search-provider.ts';
import { scrubKeys } from '../scrub-keys.ts';
import { readResults } from './answer.ts';
import { attemptTavily, type TavilyConnection } from './attempt.ts';
import { PAGES_PER_CREDIT } from './credits.ts';

/** All that decides the answer of an extraction. */
export interface TavilyExtractBody {
  baseUrl: string;
  url: string;
}

/** Seconds that Tavily itself may spend on a page. */
const LONGEST_EXTRACTION = 60;

/**
 * One attempt at reading a page.
 * @throws AppError `DOCUMENT_UNREADABLE` when Tavily answers that the page cannot be read.
 */
export async function attemptExtract(
  connection: TavilyConnection,
  { url }: TavilyExtractBody,
  limits: AttemptLimits,
  now: () => Date,
): Promise<CallAnswer<FoundSource>> {
  const { value, answer } = await attemptTavily(connection, limits, (client) =>
    client.extract([url], {
      format: 'markdown',
      includeUsage: true,
      timeout: Math.min(LONGEST_EXTRACTION, Math.max(1, Math.ceil(limits.timeoutMs / 1000))),
    }),
  );
  const pages = value.results.map((page) => ({
    ...page,
    title: titleOf(page, url),
    url,
    score: 1,
  }));
  const [source] = readResults(pages, { maxResults: 1, retrievedAt: now().toISOString() });
  if (source === undefined) {
    const page = scrubKeys(url, connection.identity.keys);
    throw new AppError('DOCUMENT_UNREADABLE', `Tavily could not read the page ${page}.`, {
      status: answer.status,
      suggestions: ['Open the page in a browser, save it, and name the file instead.'],
    });
  }
  const reported = jsonField(jsonField(answer.body, 'usage'), 'credits');
  const credits = typeof reported === 'number' ? jsonCount(reported) : 1 / PAGES_PER_CREDIT;
  return {
    value: source,
    consumed: { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, credits },
    status: answer.status,
  };
}

/** A page without a title is named by its address. */
function titleOf({ title }: { title?: unknown }, url: string): string {
  return typeof title === 'string' && title.trim() !== '' ? title : url;
}
