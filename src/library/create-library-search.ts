import { isAbsolute, relative, sep } from 'node:path';
import type { FoundSource, SearchProvider } from '../providers/search-provider.ts';
import type { Library, LibraryHit } from './library.ts';

/**
 * Research in an open library. Nothing leaves the machine, so that no call is counted. Paths are relative to the working
 * directory for documents below it, so that dossiers do not tell where a home folder lies.
 */
export function createLibrarySearch(
  library: Library,
  options: { workingDirectory?: string } = {},
): SearchProvider {
  const { workingDirectory = process.cwd() } = options;
  return {
    name: 'library',
    search: async (query, { maxResults }, { signal }) => {
      signal.throwIfAborted();
      return library.search(query, { maxResults }).map((hit) => foundSource(hit, workingDirectory));
    },
  };
}

function foundSource(hit: LibraryHit, workingDirectory: string): FoundSource {
  return {
    title: hit.title,
    path: shownPath(hit.path, workingDirectory),
    ...(hit.author === undefined ? {} : { author: hit.author }),
    ...(hit.publishedAt === undefined ? {} : { publishedAt: hit.publishedAt }),
    retrievedAt: hit.readAt,
    text: hit.text,
    score: hit.score,
    passages: hit.passages,
  };
}

function shownPath(path: string, workingDirectory: string): string {
  const below = relative(workingDirectory, path);
  const isBelow =
    below !== '' && below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
  return isBelow ? below.split(sep).join('/') : path;
}
