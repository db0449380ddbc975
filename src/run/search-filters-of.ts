import type { Settings } from '../config/settings.ts';
import type { SearchFilters } from '../providers/search-filters.ts';

/** Which pages of the web the settings want. */
export function searchFiltersOf(settings: Settings): SearchFilters {
  const { includeDomains, excludeDomains, timeRange, country, topic } = settings;
  return { includeDomains, excludeDomains, timeRange, country: country?.toLowerCase(), topic };
}
