import type { ResearchName } from '../config/settings.ts';
import { AppError } from '../core/errors.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { CallScope } from '../providers/call.ts';
import type { FoundSource, SearchProvider } from '../providers/search-provider.ts';
import type { PageReader } from '../research/given-sources.ts';
import { listGivenSources } from '../research/list-given-sources.ts';
import { openLibraryProvider, type OpenedProvider } from './open-library-provider.ts';
import { openSearxng } from './open-searxng.ts';
import { connectTavily, openTavily } from './open-tavily.ts';
import type { ToolOptions } from './open-tools.ts';

export interface SearchProviders {
  providers: readonly { provider: SearchProvider; maxResults: number }[];
  /** All that decides what they find beside the query; plain JSON. */
  places: unknown;
  /** Reads the sources that an item names itself. */
  given: (item: PlannedItem, calls: CallScope) => (() => Promise<FoundSource>)[];
  close: () => void;
}

/** `web` gives what reads pages, for searches that tell a few lines of them only. */
type Opener = (options: ToolOptions, web: () => Promise<PageReader>) => Promise<OpenedProvider>;

const OPENERS = {
  tavily: openTavily,
  library: openLibraryProvider,
  openalex: async (options) => (await import('./open-openalex.ts')).openOpenAlex(options),
  searxng: openSearxng,
} satisfies Record<ResearchName, Opener>;

const UNREAD: PageReader = {
  read: (url) =>
    Promise.reject(new AppError('DOCUMENT_UNREADABLE', `Nothing here reads the page ${url}.`)),
};

/** Opens the places to research in that the settings name, and what reads the sources of the rows. */
export async function openSearchProviders(options: ToolOptions): Promise<SearchProviders> {
  const { settings, secrets } = options.loaded;
  const { readGivenSource } = await import('../research/given-sources.ts');
  const canReadUrls = secrets.tavilyApiKey !== undefined;
  const extractor = canReadUrls ? await connectTavily(options) : undefined;
  const web = async (): Promise<PageReader> => extractor ?? UNREAD;
  const opened = await Promise.all(settings.research.map((name) => OPENERS[name](options, web)));
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
