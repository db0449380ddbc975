import type { ResearchDepth } from '../core/research-depth.ts';
import { filterBody } from '../providers/search-filters.ts';
import type { PageReader } from '../research/given-sources.ts';
import type { OpenedProvider } from './open-library-provider.ts';
import type { ToolOptions } from './open-tools.ts';
import { searchFiltersOf } from './search-filters-of.ts';

/** Pages of one search that are read as a whole. */
const READ_PAGES = { quick: 0, standard: 4, deep: 6 } satisfies Record<ResearchDepth, number>;
/** The languages that SearXNG takes. */
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Z]{2})?$/;

/** A SearXNG to research in; the best pages that it finds are read by ourselves, so that it stays free. */
export async function openSearxng(
  { loaded, gateway, today }: ToolOptions,
  pages: PageReader,
): Promise<OpenedProvider> {
  const { createSearxng } = await import('../providers/searxng/searxng.ts');
  const { withWholePages } = await import('../research/with-whole-pages.ts');
  const { WEB_READER_VERSION } = await import('../providers/web/create-web-reader.ts');
  const { settings } = loaded;
  const { allowPrivate } = settings;
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
    provider: most === 0 ? search : withWholePages(search, { pages, most, filters }),
    maxResults,
    place: {
      searxng: baseUrl,
      language,
      maxResults,
      ...(most === 0 ? {} : { pages: most, reader: WEB_READER_VERSION, allowPrivate }),
      ...filterBody(filters),
    },
  };
}
