import type { SearchFilters } from './search-filters.ts';

/** Whether a page may be taken: its host, or a host above it, is wanted and not excluded. `www.` tells nothing. */
export function allowsUrl(
  { includeDomains, excludeDomains }: Pick<SearchFilters, 'includeDomains' | 'excludeDomains'>,
  address: string,
): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  const isOf = (domain: string): boolean => {
    // A domain with a port means that port only.
    const host = bare(domain.includes(':') ? url.host : url.hostname);
    const wanted = bare(domain);
    return host === wanted || host.endsWith(`.${wanted}`);
  };
  if (excludeDomains.some(isOf)) return false;
  return includeDomains.length === 0 || includeDomains.some(isOf);
}

function bare(host: string): string {
  return host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.(?=$|:)/, '');
}
