import type { CallScope, Gateway } from '../call.ts';
import { fitQuery } from '../fit-query.ts';
import { filterBody, NO_FILTERS, type SearchFilters } from '../search-filters.ts';
import type { FoundSource, SearchProvider } from '../search-provider.ts';
import { connectTavily } from './connect.ts';
import { attemptCrawl, type TavilyCrawlBody } from './crawl.ts';
import {
  CRAWL_CREDITS,
  MAP_CREDITS,
  PAGES_PER_CREDIT,
  SEARCH_CREDITS,
  type TavilySearchDepth,
} from './credits.ts';
import { attemptExtract, attemptPage } from './extract.ts';
import { loadTavily } from './load-tavily.ts';
import { attemptMap } from './map.ts';
import { payTavily } from './pay.ts';
import { attemptSearch, type TavilySearchBody } from './search.ts';
import { fetchTavilyUsage, type TavilyUsage } from './usage.ts';

export interface TavilyOptions {
  apiKey: string | undefined;
  /** Default `https://api.tavily.com`. */
  baseUrl?: string | undefined;
  gateway: Gateway;
  /** Default `basic`, 1 credit a search; `advanced` costs 2. */
  searchDepth?: TavilySearchDepth | undefined;
  /** Which pages searches may find; all by default. */
  filters?: SearchFilters | undefined;
  /** Limit of one attempt in milliseconds, 60,000 by default. */
  timeoutMs?: number | undefined;
  /** How long the next byte of an answer may take once it has begun, in milliseconds, 30,000 by default. */
  idleTimeoutMs?: number | undefined;
  /** Tells when a source was read. */
  now?: (() => Date) | undefined;
}

export interface TavilyProvider extends SearchProvider {
  /**
   * Reads one web page.
   * @throws AppError `DOCUMENT_UNREADABLE` when the page cannot be read; else as Tavily answered.
   */
  read(url: string, scope: CallScope): Promise<FoundSource>;
  /** Reads web pages, 20 in one call: those that can be read, in the order asked. A credit pays for five. */
  readMany(urls: readonly string[], scope: CallScope): Promise<FoundSource[]>;
  /** Addresses of the pages of a site, 100 at most; a credit pays for ten. An error of status 403: it may not be explored. */
  map(domain: string, scope: CallScope): Promise<string[]>;
  /** Reads the pages of a site that fit the instructions, 5 at most, for 3 credits. 403 as above. */
  crawl(domain: string, instructions: string, scope: CallScope): Promise<FoundSource[]>;
  /** What the key has used so far; costs no credit. */
  usage(scope: CallScope): Promise<TavilyUsage>;
}

const MOST_RESULTS = 20;
/** Of one call. */
const MOST_PAGES = 20;

/**
 * Research on the web with Tavily.
 * @throws AppError `KEY_MISSING` without a key: the SDK's anonymous mode is never used. `KEY_REJECTED` or
 * `CONFIG_INVALID` for a key or base URL that cannot be sent.
 */
export function createTavily(options: TavilyOptions): TavilyProvider {
  const { gateway, searchDepth = 'basic', timeoutMs = 60_000, now = () => new Date() } = options;
  const filters = filterBody(options.filters ?? NO_FILTERS);
  const connection = connectTavily(options);
  const { baseUrl } = connection.identity;
  // Loaded before the first search, whose time limit should be spent on the network.
  loadTavily();

  const pay = payTavily(connection, { gateway, timeoutMs });
  const pages = (urls: readonly string[], scope: CallScope): Promise<FoundSource[]> =>
    pay(
      {
        operation: 'extract',
        body: { baseUrl, urls },
        about: `${urls[0]}${urls.length > 1 ? ` and ${urls.length - 1} more` : ''}`,
        most: Math.ceil(urls.length / PAGES_PER_CREDIT),
        attempt: (sent, limits) => attemptExtract(connection, sent.urls, limits, now),
      },
      scope,
    );

  return {
    name: 'tavily',

    search(query, { maxResults }, scope) {
      const body: TavilySearchBody = {
        baseUrl,
        query: fitQuery(query),
        searchDepth,
        maxResults: Math.min(MOST_RESULTS, Math.max(1, Math.trunc(maxResults) || 1)),
        ...filters,
      };
      return pay(
        {
          operation: 'search',
          body,
          about: `"${body.query}"`,
          most: SEARCH_CREDITS[searchDepth],
          attempt: (sent, limits) => attemptSearch(connection, sent, limits, now),
        },
        scope,
      );
    },

    read: (url, scope) =>
      pay(
        {
          operation: 'extract',
          body: { baseUrl, url },
          about: url,
          most: 1,
          attempt: (sent, limits) => attemptPage(connection, sent.url, limits, now),
        },
        scope,
      ),

    async readMany(urls, scope) {
      const found: FoundSource[] = [];
      for (let from = 0; from < urls.length; from += MOST_PAGES)
        found.push(...(await pages(urls.slice(from, from + MOST_PAGES), scope)));
      return found;
    },

    map: (domain, scope) =>
      pay(
        {
          operation: 'map',
          body: { baseUrl, domain },
          about: domain,
          most: MAP_CREDITS,
          attempt: (sent, limits) => attemptMap(connection, sent.domain, limits),
        },
        scope,
      ),

    crawl(domain, instructions, scope) {
      const body: TavilyCrawlBody = { baseUrl, domain, instructions };
      return pay(
        {
          operation: 'crawl',
          body,
          about: `${domain} "${instructions}"`,
          most: CRAWL_CREDITS,
          attempt: (sent, limits) => attemptCrawl(connection, sent, limits, now),
        },
        scope,
      );
    },

    usage(scope) {
      return gateway.call(
        {
          provider: 'tavily',
          operation: 'usage',
          body: { baseUrl },
          detail: `${baseUrl}/usage`,
          attempt: (_body, signal) => fetchTavilyUsage(connection, { signal, timeoutMs }),
        },
        scope,
      );
    },
  };
}
