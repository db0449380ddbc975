import { join, resolve } from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import type { ResearchName } from '../config/settings.ts';
import { AppError } from '../core/errors.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { CallScope } from '../providers/call.ts';
import type { FoundSource, SearchProvider } from '../providers/search-provider.ts';
import { listGivenSources } from '../research/list-given-sources.ts';
import type { ToolOptions } from './open-tools.ts';

export interface SearchProviders {
  providers: readonly { provider: SearchProvider; maxResults: number }[];
  /** All that decides what they find beside the query; plain JSON. */
  places: unknown;
  /** Reads the sources that an item names itself. */
  given: (item: PlannedItem, calls: CallScope) => (() => Promise<FoundSource>)[];
  close: () => void;
}

interface Opened {
  provider: SearchProvider;
  maxResults: number;
  /** All that decides what it finds beside the query; plain JSON. */
  place: unknown;
  close?: () => void;
}

type Opener = (options: ToolOptions) => Promise<Opened>;

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

async function openTavily(options: ToolOptions): Promise<Opened> {
  const provider = await createTavilyProvider(options);
  const { maxResults, searchDepth, apiBaseUrl } = options.loaded.settings.tavily;
  return { provider, maxResults, place: { tavily: apiBaseUrl, searchDepth, maxResults } };
}

async function createTavilyProvider({ loaded, gateway, today }: ToolOptions) {
  const { createTavily } = await import('../providers/tavily.ts');
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

async function openLibraryProvider(options: ToolOptions): Promise<Opened> {
  const { settings, stateDirectory } = options.loaded;
  const { openLibrary } = await import('../library/open-library.ts');
  const { createLibrarySearch } = await import('../library/create-library-search.ts');
  const usesExamples = settings.library.length === 0;
  const paths = usesExamples ? [join(packageRoot(), 'examples', 'library')] : settings.library;
  if (usesExamples)
    options.note('No library named: researching in the examples that ship with the program.');
  const open = (indexPath: string) =>
    openLibrary({ paths, indexPath, signal: options.signal, now: options.today });
  const library = await open(resolve(stateDirectory, 'library.db')).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'OUTPUT_UNWRITABLE') throw error;
    options.note(`${error.message} The library is indexed in memory, for this run only.`);
    return open(':memory:');
  });
  for (const warning of library.warnings) options.note(warning);
  return {
    provider: createLibrarySearch(library, { workingDirectory: options.cwd, roots: paths }),
    maxResults: settings.maxSources,
    place: { library: library.fingerprint },
    close: () => library.close(),
  };
}
