import { finishStarted } from '../batch/finish-started.ts';
import { AppError } from '../core/errors.ts';
import { allowsUrl } from '../providers/allows-url.ts';
import type { SearchFilters } from '../providers/search-filters.ts';
import type { TavilyProvider } from '../providers/tavily/tavily.ts';
import type { PageReader } from '../research/given-sources.ts';
import type { ReadPages } from '../research/read-whole-pages.ts';
import { isReadByTavily } from './is-read-by-tavily.ts';

export interface PageReadingOptions {
  /** Our own reader of pages. */
  own: PageReader;
  /** Absent where the research is none with Tavily. */
  tavily: Pick<TavilyProvider, 'readMany'> | undefined;
  /** A page may lead on to a host that nobody wants. */
  filters: SearchFilters;
  /** Pages at a time that we read ourselves. */
  fanOut: number;
}

/** Reads pages that a search found, whole: those for Tavily in one call, the others one by one. What cannot be read is left out. */
export function createPagesReading(options: PageReadingOptions): ReadPages {
  const { own, tavily, filters, fanOut } = options;
  return async (urls, scope) => {
    const theirs = urls.filter((url) => isReadByTavily(url, tavily !== undefined));
    const ours = urls.filter((url) => !theirs.includes(url));
    const jobs = ours.map((url) => async (signal: AbortSignal) => {
      const page = await own.read(url, { ...scope, signal }).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'DOCUMENT_UNREADABLE') return undefined;
        throw error;
      });
      // Under the address that was asked for, wherever it led to.
      return page !== undefined && allowsUrl(filters, page.url ?? url) ? [{ ...page, url }] : [];
    });
    const mine = await finishStarted(jobs, { concurrency: fanOut, signal: scope.signal });
    const read = theirs.length === 0 ? [] : await tavily?.readMany(theirs, scope);
    return [...(read ?? []), ...mine.flat()];
  };
}
