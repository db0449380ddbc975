import { finishStarted } from '../batch/finish-started.ts';
import { AppError } from '../core/errors.ts';
import { allowsUrl } from '../providers/allows-url.ts';
import type { CallScope } from '../providers/call.ts';
import type { SearchFilters } from '../providers/search-filters.ts';
import type { FoundSource, SearchProvider } from '../providers/search-provider.ts';
import type { PageReader } from './given-sources.ts';

export interface WholePagesOptions {
  pages: PageReader;
  /** Pages of one search that are read, the best ones. */
  most: number;
  /** A page may lead on to a host that nobody wants. */
  filters: Pick<SearchFilters, 'includeDomains' | 'excludeDomains'>;
}

/**
 * A search whose best pages are read, where it tells a few lines of them only. Pages that cannot be read, and those
 * below the best, keep these lines.
 */
export function withWholePages(
  provider: SearchProvider,
  { pages, most, filters }: WholePagesOptions,
): SearchProvider {
  const readOne = async (
    found: FoundSource,
    scope: CallScope,
  ): Promise<FoundSource | undefined> => {
    const page = await pages.read(found.url ?? '', scope).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'DOCUMENT_UNREADABLE') return undefined;
      throw error;
    });
    // Less than the search told is a page that shows itself to browsers only.
    if (page === undefined || page.text.length < found.text.length) return found;
    if (!allowsUrl(filters, page.url ?? '')) return undefined;
    const { isSnippet: _lines, ...told } = found;
    return { ...told, ...page, score: found.score };
  };

  return {
    name: provider.name,
    async search(query, options, scope) {
      const found = await provider.search(query, options, scope);
      const best = found.filter(({ isSnippet }) => isSnippet === true).slice(0, most);
      const isBest = new Set(best);
      const sources = await finishStarted(
        found.map(
          (source) => (signal) =>
            isBest.has(source) ? readOne(source, { ...scope, signal }) : Promise.resolve(source),
        ),
        { concurrency: most, signal: scope.signal },
      );
      return sources.filter((source) => source !== undefined);
    },
  };
}
