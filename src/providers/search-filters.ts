/** Which pages of the web are wanted; what is absent wants all. */
export interface SearchFilters {
  /** Hosts, their subdomains included; empty for all. */
  includeDomains: readonly string[];
  /** Hosts, their subdomains included. */
  excludeDomains: readonly string[];
  timeRange?: 'day' | 'week' | 'month' | 'year' | undefined;
  /** English name in lower case, such as `germany`. */
  country?: string | undefined;
  topic: 'general' | 'news' | 'finance';
}

export const NO_FILTERS: Readonly<SearchFilters> = {
  includeDomains: [],
  excludeDomains: [],
  topic: 'general',
};

/** The filters that ask for something, lists in order: equal wishes are equal JSON, and none is `{}`. */
export function filterBody(filters: SearchFilters): Partial<SearchFilters> {
  const { includeDomains, excludeDomains, timeRange, country, topic } = filters;
  return {
    ...(includeDomains.length === 0 ? {} : { includeDomains: includeDomains.toSorted() }),
    ...(excludeDomains.length === 0 ? {} : { excludeDomains: excludeDomains.toSorted() }),
    ...(timeRange === undefined ? {} : { timeRange }),
    ...(country === undefined ? {} : { country }),
    ...(topic === 'general' ? {} : { topic }),
  };
}
