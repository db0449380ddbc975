import { tavilyError } from './error-bodies.ts';
import type { RouteAnswer } from './loopback-types.ts';
import type { LoopbackResult } from './search-results.ts';

type Fields = Record<string, unknown>;

/** The filters of a request to `/search` as far as they matter here. */
export interface TavilyFilters {
  include_domains: readonly string[];
  exclude_domains: readonly string[];
  time_range?: string;
  country?: string;
  topic: string;
}

/** What Tavily refuses of the filters, in its words. */
export function checkFilters(body: Fields): RouteAnswer | undefined {
  const { include_domains: included, exclude_domains: excluded } = body;
  const topic = textOf(body['topic'] ?? 'general');
  const range = textOf(body['time_range']);
  const country = textOf(body['country']);
  if (!isDomains(included, 300)) {
    return tavilyError(400, 'Invalid include_domains. Max 300 domains are allowed.');
  }
  if (!isDomains(excluded, 150)) {
    return tavilyError(400, 'Invalid exclude_domains. Max 150 domains are allowed.');
  }
  if (!['general', 'news', 'finance'].includes(topic ?? '')) {
    return tavilyError(400, "Invalid topic. Must be 'general', 'news' or 'finance'.");
  }
  if (range !== undefined && !['day', 'week', 'month', 'year'].includes(range)) {
    return tavilyError(400, 'Invalid time range.');
  }
  if (country !== undefined && topic !== 'general') {
    return tavilyError(400, 'Country is only supported for topic general.');
  }
  if (country !== undefined && !/^[a-z][a-z ]{2,50}$/.test(country)) {
    return tavilyError(400, 'Invalid country.');
  }
  return undefined;
}

/** The filters of a request that passed the checks. */
export function readFilters(body: Fields): TavilyFilters {
  const { time_range: range, country } = body;
  return {
    include_domains: domainsOf(body['include_domains']),
    exclude_domains: domainsOf(body['exclude_domains']),
    topic: typeof body['topic'] === 'string' ? body['topic'] : 'general',
    ...(typeof range === 'string' ? { time_range: range } : {}),
    ...(typeof country === 'string' ? { country } : {}),
  };
}

/** The results on the wanted hosts. Generated ones move there: every host has something on everything. */
export function filterResults(
  found: readonly LoopbackResult[],
  { include_domains: wanted, exclude_domains: unwanted }: TavilyFilters,
  isGenerated: boolean,
): LoopbackResult[] {
  const moved = found.map((result, index) => {
    const host = wanted[index % wanted.length];
    return isGenerated && host !== undefined && !isOn(result.url, wanted)
      ? { ...result, url: result.url.replace(/(?<=:\/\/)[^/]+/, host) }
      : result;
  });
  return moved.filter(
    ({ url }) => (wanted.length === 0 || isOn(url, wanted)) && !isOn(url, unwanted),
  );
}

/** Whether an address is on one of the domains, or below one. */
export function isOn(url: string, domains: readonly string[]): boolean {
  const host = URL.parse(url)?.host ?? '';
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** What is no text is no good value either. */
function textOf(value: unknown): string | undefined {
  return value === undefined || typeof value === 'string' ? value : JSON.stringify(value);
}

function domainsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((domain) => typeof domain === 'string') : [];
}

function isDomains(value: unknown, most: number): boolean {
  return (
    value === undefined ||
    (domainsOf(value).length === [value].flat().length && domainsOf(value).length <= most)
  );
}
