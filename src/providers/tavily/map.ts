import type { AttemptLimits } from '../attempt-within.ts';
import type { CallAnswer } from '../call.ts';
import { allowsUrl } from '../allows-url.ts';
import { httpError } from '../http-error.ts';
import { jsonField } from '../../core/json-field.ts';
import { webUrl } from '../../core/web-url.ts';
import { attemptTavily, type TavilyConnection } from './attempt.ts';
import { MAPPED_PAGES_PER_CREDIT, MOST_MAPPED_PAGES } from './credits.ts';
import { judgeSite, siteSeconds } from './site-refusal.ts';
import { spentCredits } from './spent.ts';

/** One attempt at naming the pages of a site, 100 at most: addresses of that site, each once. */
export async function attemptMap(
  connection: TavilyConnection,
  domain: string,
  limits: AttemptLimits,
): Promise<CallAnswer<string[]>> {
  const { answer } = await attemptTavily(
    connection,
    limits,
    (client) =>
      client.map(domain, {
        limit: MOST_MAPPED_PAGES,
        maxDepth: 2,
        maxBreadth: 50,
        allowExternal: false,
        includeUsage: true,
        timeout: siteSeconds(limits),
      }),
    judgeSite,
  );
  const results = jsonField(answer.body, 'results');
  if (!Array.isArray(results)) {
    const problem = 'it has no list of results';
    const { status } = answer;
    throw httpError({ kind: 'answer', problem, status, retryable: true }, connection.identity);
  }
  const named = results.map(webUrl);
  const ofSite = named.filter(
    (url) => url !== undefined && allowsUrl({ includeDomains: [domain], excludeDomains: [] }, url),
  );
  const urls = [...new Set(ofSite.filter((url) => url !== undefined))].slice(0, MOST_MAPPED_PAGES);
  return {
    value: urls,
    consumed: spentCredits(answer.body, urls.length / MAPPED_PAGES_PER_CREDIT),
    status: answer.status,
  };
}
