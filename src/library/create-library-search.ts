import { basename, isAbsolute, join, relative, sep } from 'node:path';
import type { CallScope } from '../providers/call.ts';
import type { Embedder } from '../providers/embedder.ts';
import type { FoundSource, SearchProvider } from '../providers/search-provider.ts';
import type { Library, LibraryHit } from './library.ts';

export interface LibrarySearchOptions {
  /** Makes vectors of queries; the library must have been opened with its name. */
  embedder?: Embedder | undefined;
  workingDirectory: string;
  /** The folders and files that make up the library; absolute. */
  roots: readonly string[];
}

/**
 * Research in an open library. Nothing leaves the machine, so that no call is counted. Paths are told relative to the
 * working directory, or else from the library's own folder on: what is published does not tell where a home folder lies.
 */
export function createLibrarySearch(
  library: Library,
  options: LibrarySearchOptions,
): SearchProvider {
  const { embedder } = options;
  const embedQuery =
    embedder === undefined || library.vectorCount === 0 ? undefined : embedOnce(embedder);
  return {
    name: 'library',
    search: async (query, { maxResults }, scope) => {
      scope.signal.throwIfAborted();
      const vector = await embedQuery?.(query, scope);
      return library.search(query, { maxResults, vector }).map((hit) => foundSource(hit, options));
    },
  };
}

/** Queries whose vectors are at hand; keywords of a cluster ask the same again. */
const MOST_QUERIES = 500;

/** Embeds each query once. A query that has no vector is searched by its words. */
function embedOnce(
  embedder: Embedder,
): (query: string, scope: CallScope) => Promise<Float32Array | undefined> {
  const known = new Map<string, Float32Array | undefined>();
  return async (query, scope) => {
    if (known.has(query)) return known.get(query);
    const [vector] = await embedder.embed([query], scope);
    const found = vector instanceof Float32Array ? vector : undefined;
    if (known.size >= MOST_QUERIES) known.clear();
    known.set(query, found);
    return found;
  };
}

function foundSource(hit: LibraryHit, options: LibrarySearchOptions): FoundSource {
  return {
    title: hit.title,
    path: shownPath(hit.path, options),
    ...(hit.author === undefined ? {} : { author: hit.author }),
    ...(hit.publishedAt === undefined ? {} : { publishedAt: hit.publishedAt }),
    retrievedAt: hit.readAt,
    text: hit.text,
    score: hit.score,
    passages: hit.passages.map(({ id: _id, ...passage }) => passage),
  };
}

function shownPath(path: string, { workingDirectory, roots }: LibrarySearchOptions): string {
  const shown = pathBelow(workingDirectory, path) ?? pathFromRoot(path, roots) ?? path;
  return shown.split(sep).join('/');
}

/** `handbook/a.md` for a document of the library `/data/handbook`; undefined where another library has that name too. */
function pathFromRoot(path: string, roots: readonly string[]): string | undefined {
  const root = roots.find((folder) => pathBelow(folder, path) !== undefined);
  if (root === undefined) return undefined;
  const name = basename(root);
  const isAmbiguous = roots.some((other) => other !== root && basename(other) === name);
  return isAmbiguous ? undefined : join(name, pathBelow(root, path) ?? '');
}

/** The way from a folder down to a path, empty for the folder itself; undefined when it does not lie below. */
function pathBelow(folder: string, path: string): string | undefined {
  const way = relative(folder, path);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way;
}
