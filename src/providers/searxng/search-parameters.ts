import { fitQuery } from '../fit-query.ts';
import type { SearchFilters } from '../search-filters.ts';

/** More domains make no search; what they would keep out is left out of the results. */
const MOST_DOMAINS = 8;

/** What is sent for a query. Signs by which SearXNG would take a word as an order to itself are left out. */
export function searchParameters(
  query: string,
  { includeDomains, excludeDomains, timeRange, topic }: SearchFilters,
  language: string,
): Record<string, string> {
  const words = fitQuery(query).replaceAll(/(?<=^|\s)[!:<?]+(?=\S)/g, '');
  const wanted = includeDomains.length > MOST_DOMAINS ? [] : includeDomains;
  const places = wanted.map((domain) => `site:${domain}`).join(' OR ');
  const others = excludeDomains.slice(0, MOST_DOMAINS).map((domain) => `-site:${domain}`);
  const parts = [words, wanted.length > 1 ? `(${places})` : places, ...others];
  return {
    q: parts.filter((part) => part.trim() !== '').join(' '),
    format: 'json',
    language,
    ...(timeRange === undefined ? {} : { time_range: timeRange }),
    ...(topic === 'news' ? { categories: 'news' } : {}),
  };
}
