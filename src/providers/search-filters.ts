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
