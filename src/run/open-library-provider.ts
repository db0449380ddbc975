import { join } from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import { AppError } from '../core/errors.ts';
import { lookAtIndex } from '../library/look-at-index.ts';
import type { Embedder } from '../providers/embedder.ts';
import type { SearchProvider } from '../providers/search-provider.ts';
import { createEmbedder } from './create-embedder.ts';
import { libraryIndexPath } from './library-index-path.ts';
import type { ToolOptions } from './open-tools.ts';

/** An open place to research in. */
export interface OpenedProvider {
  provider: SearchProvider;
  maxResults: number;
  /** All that decides what it finds beside the query; plain JSON. */
  place: unknown;
  close?: () => void;
}

/**
 * Opens the library to research in: the documents that the settings name, else those that were added, else the shipped
 * examples. Where its index has vectors of the embedder in force, it is searched by meaning as well.
 */
export async function openLibraryProvider(options: ToolOptions): Promise<OpenedProvider> {
  const { loaded } = options;
  const { settings } = loaded;
  const { openLibrary } = await import('../library/open-library.ts');
  const { createLibrarySearch } = await import('../library/create-library-search.ts');
  const indexPath = libraryIndexPath(loaded);
  const { added, models } = await lookAtIndex(indexPath).catch(() => ({ added: 0, models: [] }));
  const { paths, isExample } = placesOf(settings.library, added);
  if (isExample)
    options.note('No library named: researching in the examples that ship with the program.');
  const embedder = models.length === 0 ? undefined : await embedderOf(options, models);
  const open = (index: string) =>
    openLibrary({
      paths,
      indexPath: index,
      model: embedder?.name,
      signal: options.signal,
      now: options.today,
    });
  const library = await open(indexPath).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'OUTPUT_UNWRITABLE') throw error;
    options.note(`${error.message} The library is indexed in memory, for this run only.`);
    return open(':memory:');
  });
  for (const warning of library.warnings) options.note(warning);
  return {
    provider: createLibrarySearch(library, {
      workingDirectory: options.cwd,
      roots: library.roots,
      embedder,
    }),
    maxResults: settings.maxSources,
    place: { library: library.fingerprint },
    close: () => {
      library.close();
      void embedder?.close();
    },
  };
}

/** No paths stand for what was added. */
function placesOf(
  named: readonly string[],
  added: number,
): { paths: readonly string[]; isExample: boolean } {
  if (named.length > 0 || added > 0) return { paths: named, isExample: false };
  return { paths: [join(packageRoot(), 'examples', 'library')], isExample: true };
}

/** Without its key, or with vectors of others only, the library is searched by words. */
async function embedderOf(
  { loaded, gateway, note }: ToolOptions,
  models: readonly string[],
): Promise<Embedder | undefined> {
  const { settings, secrets } = loaded;
  try {
    const embedder = await createEmbedder(settings, secrets, gateway);
    if (embedder === undefined || models.includes(embedder.name)) return embedder;
    note(
      `The library has no vectors of ${embedder.name}, but of ${models.join(', ')}: it is searched by words.`,
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    note(`${error.message} The library is searched by words.`);
  }
  return undefined;
}
