import type { AttemptLimits } from '../attempt-within.ts';
import type { CallAnswer } from '../call.ts';
import type { FoundSource } from '../search-provider.ts';
import { readToldPages } from '../told-pages.ts';
import { attemptTavily, type TavilyConnection } from './attempt.ts';
import { MOST_SITE_PAGES, PAGES_PER_CREDIT, MAPPED_PAGES_PER_CREDIT } from './credits.ts';
import { pageTitle } from './page-title.ts';
import { judgeSite, siteSeconds } from './site-refusal.ts';
import { spentCredits } from './spent.ts';

/** Tavily led the crawl by the instructions, but does not tell how well a page fits them. */
const LIKELY = 0.75;

/** What a crawl is led by. */
export interface TavilyCrawlBody {
  baseUrl: string;
  domain: string;
  instructions: string;
}

/** One attempt at reading those pages of a site that fit the instructions, 5 at most. */
export async function attemptCrawl(
  connection: TavilyConnection,
  { domain, instructions }: TavilyCrawlBody,
  limits: AttemptLimits,
  now: () => Date,
): Promise<CallAnswer<FoundSource[]>> {
  const { value, answer } = await attemptTavily(
    connection,
    limits,
    (client) =>
      client.crawl(domain, {
        instructions,
        limit: MOST_SITE_PAGES,
        maxDepth: 2,
        maxBreadth: 50,
        allowExternal: false,
        format: 'markdown',
        includeUsage: true,
        timeout: siteSeconds(limits),
      }),
    judgeSite,
  );
  const pages = value.results.map(({ url, rawContent }) => ({
    title: pageTitle(undefined, rawContent, url),
    url,
    text: rawContent,
    score: LIKELY,
  }));
  const found = readToldPages(pages, {
    maxResults: MOST_SITE_PAGES,
    retrievedAt: now().toISOString(),
    filters: { includeDomains: [domain], excludeDomains: [] },
  });
  const usual = (2 * found.length) / MAPPED_PAGES_PER_CREDIT + found.length / PAGES_PER_CREDIT;
  return { value: found, consumed: spentCredits(answer.body, usual), status: answer.status };
}
