export type TavilySearchDepth = 'basic' | 'advanced' | 'fast' | 'ultra-fast';

/** What a search costs in credits, for budgets, estimates and answers that do not tell. */
export const SEARCH_CREDITS = { basic: 1, advanced: 2, fast: 1, 'ultra-fast': 1 } satisfies Record<
  TavilySearchDepth,
  number
>;

/** So many pages that are read cost one credit. */
export const PAGES_PER_CREDIT = 5;

/** So many pages that a map names cost one credit, and two where the map is led by instructions. */
export const MAPPED_PAGES_PER_CREDIT = 10;

/** The most pages of a site that one map names. */
export const MOST_MAPPED_PAGES = 100;

/** The most pages of a site that are read for one subject. */
export const MOST_SITE_PAGES = 5;

/** The most that a map of a site costs. */
export const MAP_CREDITS = MOST_MAPPED_PAGES / MAPPED_PAGES_PER_CREDIT;

/** The most that a crawl with instructions costs: its map, and the reading of what it found. */
export const CRAWL_CREDITS =
  2 * Math.ceil(MOST_SITE_PAGES / MAPPED_PAGES_PER_CREDIT) +
  Math.ceil(MOST_SITE_PAGES / PAGES_PER_CREDIT);
