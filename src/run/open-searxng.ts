import type { Depth } from '../config/settings.ts';
import { filterBody } from '../providers/search-filters.ts';
import type { PageReader } from '../research/given-sources.ts';
import type { OpenedProvider } from './open-library-provider.ts';
import type { ToolOptions } from './open-tools.ts';
import { searchFiltersOf } from './search-filters-of.ts';

/** Pages of one search that are read as a whole. */
const READ_PAGES = { quick: 0, standard: 4, deep: 6 } satisfies Record<Depth, number>;
/** The languages that SearXNG takes. */
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Z]{2})?$/;

/** A SearXNG to research in; the best pages that it finds are read here. */
export async function openSearxng(
  { loaded, gateway, today }: ToolOptions,
  web: () => Promise<PageReader>,
): Promise<OpenedProvider> {
  const { createSearxng } = await import('../providers/searxng/searxng.ts');
  const { withWholePages } = await import('../research/with-whole-pages.ts');
  const { settings } = loaded;
  const { baseUrl, maxResults } = settings.searxng;
  const filters = searchFiltersOf(settings);
  // The default says nothing of the keywords: the query tells its language itself.
  const isTold = settings.language !== 'en' && LANGUAGE.test(settings.language);
  const language = isTold ? settings.language : 'auto';
  const search = createSearxng({
    baseUrl,
    gateway,
    filters,
    language,
    timeoutMs: settings.timeouts.attemptMs,
    idleTimeoutMs: settings.timeouts.idleMs,
    now: today,
  });
  const most = READ_PAGES[settings.depth];
  return {
    provider: most === 0 ? search : withWholePages(search, { reader: web, most, filters }),
    maxResults,
    place: { searxng: baseUrl, language, maxResults, pages: most, ...filterBody(filters) },
  };
}
