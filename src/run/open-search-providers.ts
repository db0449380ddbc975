import type { ResearchName } from '../config/settings.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { CallScope } from '../providers/call.ts';
import type { FoundSource, SearchProvider } from '../providers/search-provider.ts';
import { listGivenSources } from '../research/list-given-sources.ts';
import { openLibraryProvider, type OpenedProvider } from './open-library-provider.ts';
import type { ToolOptions } from './open-tools.ts';

export interface SearchProviders {
  providers: readonly { provider: SearchProvider; maxResults: number }[];
  /** All that decides what they find beside the query; plain JSON. */
  places: unknown;
  /** Reads the sources that an item names itself. */
  given: (item: PlannedItem, calls: CallScope) => (() => Promise<FoundSource>)[];
  close: () => void;
}

type Opener = (options: ToolOptions) => Promise<OpenedProvider>;

const OPENERS = {
  tavily: openTavily,
  library: openLibraryProvider,
} satisfies Record<ResearchName, Opener>;

/** Opens the places to research in that the settings name, and what reads the sources of the rows. */
export async function openSearchProviders(options: ToolOptions): Promise<SearchProviders> {
  const { settings, secrets } = options.loaded;
  const { readGivenSource } = await import('../research/given-sources.ts');
  const canReadUrls = secrets.tavilyApiKey !== undefined;
  const opened = await Promise.all(settings.research.map((name) => OPENERS[name](options)));
  const extractor = canReadUrls ? await createTavilyProvider(options) : undefined;
  return {
    providers: opened,
    places: opened.map(({ place }) => place),
    given: (item, calls) =>
      listGivenSources(item).map(
        (source) => () =>
          readGivenSource(source, { cwd: options.cwd, extractor, today: options.today }, calls),
      ),
    close: () => opened.forEach((entry) => entry.close?.()),
  };
}

async function openTavily(options: ToolOptions): Promise<OpenedProvider> {
  const provider = await createTavilyProvider(options);
  const { maxResults, searchDepth, apiBaseUrl } = options.loaded.settings.tavily;
  return { provider, maxResults, place: { tavily: apiBaseUrl, searchDepth, maxResults } };
}

async function createTavilyProvider({ loaded, gateway, today }: ToolOptions) {
  const { createTavily } = await import('../providers/tavily/tavily.ts');
  return createTavily({
    apiKey: loaded.secrets.tavilyApiKey,
    baseUrl: loaded.settings.tavily.apiBaseUrl,
    searchDepth: loaded.settings.tavily.searchDepth,
    timeoutMs: loaded.settings.timeouts.attemptMs,
    idleTimeoutMs: loaded.settings.timeouts.idleMs,
    gateway,
    now: today,
  });
}
