import type { Consumed } from '../../core/price.ts';
import type { CallScope, Gateway } from '../call.ts';
import { loadTavily } from './load-tavily.ts';
import { keyMissing, readBaseUrl, readKey } from '../provider-identity.ts';
import { scrubKeys } from '../scrub-keys.ts';
import type { FoundSource, SearchProvider } from '../search-provider.ts';
import type { TavilyConnection } from './attempt.ts';
import { SEARCH_CREDITS, type TavilySearchDepth } from './credits.ts';
import { attemptExtract } from './extract.ts';
import { fitQuery } from './query.ts';
import { attemptSearch, type TavilySearchBody } from './search.ts';
import { fetchTavilyUsage, type TavilyUsage } from './usage.ts';

export interface TavilyOptions {
  apiKey: string | undefined;
  /** Default `https://api.tavily.com`. */
  baseUrl?: string | undefined;
  gateway: Gateway;
  /** Default `basic`, 1 credit a search; `advanced` costs 2. */
  searchDepth?: TavilySearchDepth | undefined;
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
  /** What the key has used so far; costs no credit. */
  usage(scope: CallScope): Promise<TavilyUsage>;
}

const DEFAULT_BASE_URL = 'https://api.tavily.com';
const MOST_RESULTS = 20;
/** A page costs a fifth of a credit, told in whole ones. */
const EXTRACT_CREDITS = 1;

/**
 * Research on the web with Tavily.
 * @throws AppError `KEY_MISSING` without a key: the SDK's anonymous mode is never used. `KEY_REJECTED` or
 * `CONFIG_INVALID` for a key or base URL that cannot be sent.
 */
export function createTavily(options: TavilyOptions): TavilyProvider {
  const { gateway, searchDepth = 'basic', timeoutMs = 60_000, now = () => new Date() } = options;
  const connection = connect(options);
  const { baseUrl, keys } = connection.identity;
  // Loaded before the first search, whose time limit should be spent on the network.
  loadTavily();

  return {
    name: 'tavily',

    search(query, { maxResults }, scope) {
      const body: TavilySearchBody = {
        baseUrl,
        query: fitQuery(query),
        searchDepth,
        maxResults: Math.min(MOST_RESULTS, Math.max(1, Math.trunc(maxResults) || 1)),
      };
      return gateway.call(
        {
          provider: 'tavily',
          operation: 'search',
          body,
          detail: scrubKeys(`${baseUrl}/search "${body.query}"`, keys),
          worstCase: costing(SEARCH_CREDITS[searchDepth]),
          keep: 'research',
          attempt: (sent, signal) => attemptSearch(connection, sent, { signal, timeoutMs }, now),
        },
        scope,
      );
    },

    read(url, scope) {
      return gateway.call(
        {
          provider: 'tavily',
          operation: 'extract',
          body: { baseUrl, url },
          detail: scrubKeys(`${baseUrl}/extract ${url}`, keys),
          worstCase: costing(EXTRACT_CREDITS),
          keep: 'research',
          attempt: (sent, signal) => attemptExtract(connection, sent, { signal, timeoutMs }, now),
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

function costing(credits: number): Consumed {
  return { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, credits };
}

function connect({ apiKey, baseUrl, idleTimeoutMs = 30_000 }: TavilyOptions): TavilyConnection {
  const address = readBaseUrl(baseUrl?.trim() || DEFAULT_BASE_URL, 'TAVILY_API_BASE_URL');
  const key = readKey(apiKey, 'TAVILY_API_KEY');
  if (key === undefined) {
    const remedy = 'Or research in documents of your own with --research library.';
    throw keyMissing('Tavily', 'TAVILY_API_KEY', remedy);
  }
  return {
    apiKey: key,
    idleTimeoutMs,
    identity: {
      label: 'Tavily',
      keyVariable: 'TAVILY_API_KEY',
      baseUrlVariable: 'TAVILY_API_BASE_URL',
      baseUrl: address,
      keys: [key],
    },
  };
}
