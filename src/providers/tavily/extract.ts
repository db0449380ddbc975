import { AppError } from '../../core/errors.ts';
import type { AttemptLimits } from '../attempt-within.ts';
import type { CallAnswer } from '../call.ts';
import { NO_FILTERS } from '../search-filters.ts';
import { scrubKeys } from '../scrub-keys.ts';
import type { FoundSource } from '../search-provider.ts';
import { readToldPages } from '../told-pages.ts';
import { webUrl } from '../../core/web-url.ts';
import { attemptTavily, type TavilyConnection } from './attempt.ts';
import { PAGES_PER_CREDIT } from './credits.ts';
import { pageTitle } from './page-title.ts';
import { spentCredits } from './spent.ts';

/** Seconds that Tavily itself may spend on the pages of one call. */
const LONGEST_EXTRACTION = 60;

/**
 * One attempt at reading a page.
 * @throws AppError `DOCUMENT_UNREADABLE` when Tavily answers that the page cannot be read.
 */
export async function attemptPage(
  connection: TavilyConnection,
  url: string,
  limits: AttemptLimits,
  now: () => Date,
): Promise<CallAnswer<FoundSource>> {
  const { value, ...answer } = await attemptExtract(connection, [url], limits, now);
  const [page] = value;
  if (page !== undefined) return { value: page, ...answer };
  const shown = scrubKeys(url, connection.identity.keys);
  throw new AppError('DOCUMENT_UNREADABLE', `Tavily could not read the page ${shown}.`, {
    status: answer.status,
    suggestions: ['Open the page in a browser, save it, and name the file instead.'],
  });
}

/** One attempt at reading pages, 20 at most: those that can be read, in the order asked. */
export async function attemptExtract(
  connection: TavilyConnection,
  urls: readonly string[],
  limits: AttemptLimits,
  now: () => Date,
): Promise<CallAnswer<FoundSource[]>> {
  const { value, answer } = await attemptTavily(connection, limits, (client) =>
    client.extract([...urls], {
      format: 'markdown',
      includeUsage: true,
      timeout: Math.min(LONGEST_EXTRACTION, Math.max(1, Math.ceil(limits.timeoutMs / 1000))),
    }),
  );
  const byAddress = new Map(value.results.map((page) => [webUrl(page.url), page]));
  const pages = urls.map((url) => {
    // The one page that was asked for is that page, whatever it calls itself.
    const page = urls.length === 1 ? value.results[0] : byAddress.get(webUrl(url));
    const text = page?.rawContent;
    return { title: pageTitle(page?.title, text, url), url, text, score: 1 };
  });
  const found = readToldPages(pages, {
    maxResults: urls.length,
    retrievedAt: now().toISOString(),
    filters: NO_FILTERS,
  });
  return {
    value: found,
    consumed: spentCredits(answer.body, found.length / PAGES_PER_CREDIT),
    status: answer.status,
  };
}
