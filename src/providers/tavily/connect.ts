import { keyMissing, readBaseUrl, readKey } from '../provider-identity.ts';
import type { TavilyConnection } from './attempt.ts';

const DEFAULT_BASE_URL = 'https://api.tavily.com';

/**
 * How Tavily is reached.
 * @throws AppError `KEY_MISSING` without a key; `KEY_REJECTED` or `CONFIG_INVALID` for a key or base URL that cannot be
 * sent.
 */
export function connectTavily({
  apiKey,
  baseUrl,
  idleTimeoutMs = 30_000,
}: {
  apiKey: string | undefined;
  baseUrl?: string | undefined;
  idleTimeoutMs?: number | undefined;
}): TavilyConnection {
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
