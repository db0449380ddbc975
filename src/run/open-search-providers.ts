import { exploresSites } from '../config/explores-sites.ts';
import type { ResearchName } from '../config/settings.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { CallScope } from '../providers/call.ts';
import type { FoundSource, SearchProvider } from '../providers/search-provider.ts';
import type { PageReader } from '../research/given-sources.ts';
import { listGivenSources } from '../research/list-given-sources.ts';
import type { ReadPages } from '../research/read-whole-pages.ts';
import type { SiteReading } from '../research/research-keyword.ts';
import { filterNotes } from './filter-notes.ts';
import { openLibraryProvider, type OpenedProvider } from './open-library-provider.ts';
import { openSearxng } from './open-searxng.ts';
import { openPageReader } from './open-page-reader.ts';
import { connectTavily, openSiteExplorer, openTavily } from './open-tavily.ts';
import type { ToolOptions } from './open-tools.ts';
import { createPagesReading } from './create-pages-reading.ts';
import { searchFiltersOf } from './search-filters-of.ts';

export interface SearchProviders {
  providers: readonly { provider: SearchProvider; maxResults: number }[];
  /** All that decides what they find beside the query; plain JSON. */
  places: unknown;
  /** All that decides what the sources read as that an item names itself; plain JSON. */
  decidesOnGiven: (item: PlannedItem) => unknown;
  /** Reads the sources that an item names itself. */
  given: (item: PlannedItem, calls: CallScope) => (() => Promise<FoundSource>)[];
  /** Reads pages whole that searches tell a few lines of. */
  readPages: ReadPages;
  /** The sites that deep research explores. */
  sites: readonly SiteReading[];
  close: () => void;
}

/** `pages` is what reads pages, for searches that tell a few lines of them only. */
type Opener = (options: ToolOptions, pages: PageReader) => Promise<OpenedProvider>;

const OPENERS = {
  tavily: openTavily,
  library: openLibraryProvider,
  openalex: async (options) => (await import('./open-openalex.ts')).openOpenAlex(options),
  searxng: openSearxng,
} satisfies Record<ResearchName, Opener>;

/** Opens the places to research in that the settings name, and what reads the sources of the rows. */
export async function openSearchProviders(options: ToolOptions): Promise<SearchProviders> {
  const { settings } = options.loaded;
  for (const text of filterNotes(settings)) options.note(text);
  const { readGivenSource } = await import('../research/given-sources.ts');
  const pages = await openPageReader(options);
  const opened = await Promise.all(
    settings.research.map((name) => OPENERS[name](options, pages.own)),
  );
  return {
    providers: opened,
    places: opened.map(({ place }) => place),
    decidesOnGiven: pages.decidesOn,
    given: (item, calls) =>
      listGivenSources(item).map(
        (source) => () =>
          readGivenSource(source, { cwd: options.cwd, pages, today: options.today }, calls),
      ),
    readPages: createPagesReading({
      own: pages.own,
      // Who researches elsewhere pays nothing to Tavily.
      tavily: settings.research.includes('tavily') ? await connectTavily(options) : undefined,
      filters: searchFiltersOf(settings),
      fanOut: settings.fanOut,
    }),
    sites: await openSites(options),
    close: () => {
      pages.close();
      opened.forEach((entry) => entry.close?.());
    },
  };
}

async function openSites(options: ToolOptions): Promise<SiteReading[]> {
  const { settings } = options.loaded;
  const explorer = exploresSites(settings) ? await openSiteExplorer(options) : undefined;
  if (explorer === undefined) return [];
  return settings.sites.map((domain) => ({
    provider: 'tavily',
    explore: (subject, scope) => explorer.explore(domain, subject, scope),
  }));
}
