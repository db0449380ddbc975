import { filterBody } from '../providers/search-filters.ts';
import type { SiteExplorer } from '../providers/site-explorer.ts';
import type { TavilyProvider } from '../providers/tavily/tavily.ts';
import type { OpenedProvider } from './open-library-provider.ts';
import type { ToolOptions } from './open-tools.ts';
import { searchFiltersOf } from './search-filters-of.ts';

/** Tavily to research the web with. */
export async function openTavily(options: ToolOptions): Promise<OpenedProvider> {
  const { settings } = options.loaded;
  const { maxResults, searchDepth, apiBaseUrl } = settings.tavily;
  return {
    provider: await connectTavily(options),
    maxResults,
    place: {
      tavily: apiBaseUrl,
      searchDepth,
      maxResults,
      ...filterBody(searchFiltersOf(settings)),
    },
  };
}

/** Tavily as the settings have it. */
export async function connectTavily({
  loaded,
  gateway,
  today,
}: Pick<ToolOptions, 'loaded' | 'gateway' | 'today'>): Promise<TavilyProvider> {
  const { createTavily } = await import('../providers/tavily/tavily.ts');
  const { settings, secrets } = loaded;
  return createTavily({
    apiKey: secrets.tavilyApiKey,
    baseUrl: settings.tavily.apiBaseUrl,
    searchDepth: settings.tavily.searchDepth,
    filters: searchFiltersOf(settings),
    timeoutMs: settings.timeouts.attemptMs,
    idleTimeoutMs: settings.timeouts.idleMs,
    gateway,
    now: today,
  });
}

/** Explores the sites that the settings name; undefined where they name none. */
export async function openSiteExplorer(
  options: Pick<ToolOptions, 'loaded' | 'gateway' | 'today' | 'note'>,
): Promise<SiteExplorer | undefined> {
  const { sites, excludeDomains } = options.loaded.settings;
  if (sites.length === 0) return undefined;
  const { createSiteExplorer } = await import('../providers/tavily/site-explorer.ts');
  const tavily = await connectTavily(options);
  return createSiteExplorer({ tavily, excludeDomains, note: options.note });
}
