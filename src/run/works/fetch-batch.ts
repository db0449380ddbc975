import { runBatch } from '../../batch/run-batch.ts';
import { AppError, isAbortError, terminalStopOf } from '../../core/errors.ts';
import type { PagePlace } from '../../providers/openalex/works-address.ts';
import type { WorksPage } from '../../providers/openalex/works-page.ts';
import { BatchTally } from './batch-tally.ts';

/** How one batch is fetched. */
export interface BatchFetch {
  /** Works or groups of a page. */
  perPage: number;
  /** Pages at a time. */
  fanOut: number;
  /** Groups are counted instead of works. */
  isGrouped: boolean;
  signal: AbortSignal;
  /** Works that are wanted at most; Infinity for all. */
  limit: number;
  fetchPage: (place: PagePlace, signal: AbortSignal) => Promise<WorksPage>;
  /** Told of each page, with its number in the batch from 0. */
  onPage: (index: number, place: PagePlace, page: WorksPage) => void;
  progress: (done: number, total: number) => void;
}

/** What a batch has come to. */
export interface FetchedBatch {
  /** Where its pages are, in order. */
  places: PagePlace[];
  /** What does not add up. */
  notes: string[];
}

/** The furthest work that a page by number reaches; what lies behind it is read by cursor. */
const FURTHEST = 10_000;

/**
 * Fetches the pages of a batch. The first one is asked for by cursor and tells the count: of up to 10,000 works the
 * other pages are fetched at once by number, of more one after the other by cursor. A page that fails does not keep the
 * others from being fetched.
 * @throws AppError of the first page that failed, once the others are there; `ANSWER_INVALID` for a cursor that repeats.
 */
export async function fetchBatch(fetch: BatchFetch): Promise<FetchedBatch> {
  const { fetchPage, onPage, signal, perPage, isGrouped, limit } = fetch;
  const tally = new BatchTally(isGrouped);
  const places: PagePlace[] = [];
  const take = (index: number, place: PagePlace, page: WorksPage) => {
    places[index] = place;
    tally.add(page);
    onPage(index, place, page);
  };
  const start: PagePlace = { cursor: '*' };
  const first = await fetchPage(start, signal);
  take(0, start, first);
  const wanted = isGrouped ? Infinity : Math.min(first.count, limit);
  const state = { fetch, tally, take, first, wanted };
  if (wanted <= Math.min(perPage, first.works.length)) fetch.progress(1, 1);
  else if (wanted <= FURTHEST) await byNumber(state);
  else await byCursor(state);
  return { places, notes: isGrouped ? [] : tally.notes(wanted) };
}

interface State {
  fetch: BatchFetch;
  tally: BatchTally;
  take: (index: number, place: PagePlace, page: WorksPage) => void;
  first: WorksPage;
  wanted: number;
}

async function byNumber({ fetch, tally, take, wanted }: State): Promise<void> {
  const { fetchPage, perPage, progress, limit } = fetch;
  let total = Math.ceil(wanted / perPage);
  let done = 1;
  progress(done, total);
  const failures: { page: number; error: unknown }[] = [];
  const fetchAll = (pages: readonly number[]) =>
    runBatch(
      pages,
      async (number, { signal }) => {
        try {
          const place: PagePlace = { page: number };
          take(number === 1 ? total : number - 1, place, await fetchPage(place, signal));
          if (number > 1) progress((done += 1), total);
        } catch (error) {
          failures.push({ page: number, error });
          throw error;
        }
      },
      {
        concurrency: fetch.fanOut,
        mode: 'continue',
        signal: fetch.signal,
        stopWhen: (error) => isAbortError(error) || terminalStopOf(error) !== undefined,
        collect: false,
      },
    );
  await fetchAll(range(2, total));
  // The list may have grown while it was read.
  const grown = Math.ceil(Math.min(FURTHEST, tally.count, limit) / perPage);
  if (failures.length === 0 && grown > total) {
    const more = range(total + 1, grown);
    total = grown;
    await fetchAll(more);
  }
  // Lists by cursor and by number may be in another order: then the first page by number has what is missing.
  if (failures.length === 0 && tally.isShort(Math.min(tally.count, limit)) && total > 1)
    await fetchAll([1]);
  throwFirst(failures, total, fetch.signal);
}

async function byCursor({ fetch, tally, take, first }: State): Promise<void> {
  const { fetchPage, signal, perPage, isGrouped, progress, limit } = fetch;
  const seen = new Set(['*']);
  let page = first;
  for (let index = 1; ; index += 1) {
    // The list may grow while it is read.
    const wanted = Math.min(tally.count, limit);
    const total = isGrouped ? index + 1 : Math.ceil(wanted / perPage);
    const cursor = page.nextCursor;
    const isLast = isGrouped
      ? page.groups.length < perPage
      : tally.received >= wanted || page.works.length === 0;
    progress(index, cursor === undefined || isLast ? index : Math.max(index + 1, total));
    if (cursor === undefined || isLast) return;
    if (seen.has(cursor)) throw repeated(index);
    seen.add(cursor);
    const place: PagePlace = { cursor };
    page = await fetchPage(place, signal);
    take(index, place, page);
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function throwFirst(
  failures: readonly { page: number; error: unknown }[],
  total: number,
  signal: AbortSignal,
): void {
  signal.throwIfAborted();
  const worst =
    failures.find(({ error }) => terminalStopOf(error) !== undefined) ??
    failures.toSorted((left, right) => left.page - right.page)[0];
  if (worst === undefined) return;
  const { error, page } = worst;
  if (!(error instanceof AppError) || terminalStopOf(error) !== undefined) throw error;
  const others = failures.length === 1 ? '' : ` ${failures.length - 1} other pages failed, too.`;
  throw new AppError(error.code, `Page ${page} of ${total}: ${error.message}${others}`, {
    suggestions: error.suggestions,
    ...(error.status === undefined ? {} : { status: error.status }),
    cause: error,
  });
}

function repeated(page: number): AppError {
  return new AppError(
    'ANSWER_INVALID',
    `OpenAlex gave the same cursor twice: the list has no end behind page ${page}.`,
    { suggestions: ['Try again later: the pages that are there are kept.'] },
  );
}
