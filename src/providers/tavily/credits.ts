export type TavilySearchDepth = 'basic' | 'advanced' | 'fast' | 'ultra-fast';

/** What a search costs in credits, for budgets, estimates and answers that do not tell. */
export const SEARCH_CREDITS = { basic: 1, advanced: 2, fast: 1, 'ultra-fast': 1 } satisfies Record<
  TavilySearchDepth,
  number
>;

/** So many pages that are read cost one credit. */
export const PAGES_PER_CREDIT = 5;
