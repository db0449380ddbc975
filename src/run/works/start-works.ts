import { relative, resolve } from 'node:path';
import type { RunSummary } from '../../core/summary.ts';
import { callKey } from '../../gateway/call-key.ts';
import type { OpenAlex } from '../../providers/openalex/openalex.ts';
import type { PagePlace } from '../../providers/openalex/works-address.ts';
import type { WorksPage } from '../../providers/openalex/works-page.ts';
import { connectOpenAlex } from '../open-openalex.ts';
import { unwrittenSummary } from '../unwritten-summary.ts';
import { workSession, type SessionStart } from '../work-session.ts';
import { BatchGate } from './batch-gate.ts';
import { fetchBatch, type FetchedBatch } from './fetch-batch.ts';
import { PageBoard } from './page-board.ts';
import { PageTurns } from './page-turns.ts';
import { batchQuery } from './batch-query.ts';
import type { WorksItem } from './works-item.ts';
import type { WorksSpec } from './works-spec.ts';
import { missingIds, type WorksOutput, writeWorks, type WrittenWorks } from './write-works.ts';

export interface WorksStart extends SessionStart<WorksItem> {
  spec: WorksSpec;
  output: WorksOutput;
  /** Told of each page, for people who look closely. */
  trace: (text: string) => void;
}

/** Goes up when the same pages are put together in another way. */
const FETCH_VERSION = 1;
/** Identifiers without a work that are named. */
const MOST_NAMED = 10;

/**
 * A session of a fetch of works: several batches at a time, several pages of each at a time, every page kept once it is
 * there. The works of all batches are written in their order while others are still fetched; those of earlier sessions
 * are read from where they are kept.
 */
export async function startWorks(start: WorksStart): Promise<RunSummary> {
  const { session, spec, loaded } = start;
  const { ledger, run, items } = session;
  const gate = new BatchGate(spec.query.sort === undefined ? (spec.limit ?? Infinity) : Infinity);
  const board = new PageBoard(items.length);
  const turns = new PageTurns(loaded.settings.limits.openalex.concurrency);
  const failed = new AbortController();
  let openalex: OpenAlex | undefined;
  let writing: Promise<WrittenWorks | undefined> | undefined;

  /** A page that came in an earlier session, or that has waited for its turn. */
  const readPage = async (index: number, place: PagePlace): Promise<WorksPage> => {
    const item = items[index];
    if (openalex === undefined || item === undefined) throw new Error('No batch has begun.');
    const query = batchQuery(spec, item);
    const kept = await ledger.findAnswer(callKey(openalex.request(query, place)), {
      run,
      item: index,
    });
    // Somebody has cleared the cache meanwhile.
    return kept === undefined
      ? openalex.page(query, place, { signal: start.signal, item: index })
      : (kept.answer as WorksPage);
  };

  const summary = await workSession<WorksItem, { files: readonly string[] }>(
    start,
    async (tools) => {
      const catalogue = (openalex = await connectOpenAlex({ loaded, gateway: tools.gateway }));
      await putEarlier();
      writing = writeWorks({
        spec,
        batches: items.length,
        board,
        gate,
        readPage: (batch, { place }) => readPage(batch, place),
        output: start.output,
      }).catch((error: unknown) => {
        failed.abort(error);
        return undefined;
      });
      return {
        unit: 'batch',
        process: async (scope) => {
          const { item } = scope;
          failed.signal.throwIfAborted();
          try {
            const waiting = AbortSignal.any([scope.signal, tools.opening, failed.signal]);
            if (!(await gate.enter(item.index, waiting))) return { files: [] };
            const query = batchQuery(spec, item);
            const batch = await scope.step(
              'fetch',
              ({ calls, progress }) =>
                fetchBatch({
                  perPage: query.perPage,
                  fanOut: loaded.settings.fanOut,
                  isGrouped: query.groupBy !== undefined,
                  signal: scope.signal,
                  limit: spec.limit ?? Infinity,
                  fetchPage: (place, signal) =>
                    turns.take(item.index, signal, () =>
                      catalogue.page(query, place, { ...calls, signal }),
                    ),
                  onPage: (index, place, page) => {
                    gate.told(item.index, page.count);
                    const got =
                      query.groupBy === undefined ? page.works.length : page.groups.length;
                    start.trace(
                      `${item.keyword}: page ${index + 1} has ${got}, the list ${page.count}.`,
                    );
                    board.put(item.index, index, place, page);
                  },
                  progress,
                }),
              {
                version: FETCH_VERSION,
                settings: { query: spec.query, limit: spec.limit, from: catalogue.baseUrl },
                subject: item.filter ?? '',
                isShared: false,
              },
            );
            putPlaces(item.index, batch);
            return { files: [], ...(batch.notes.length === 0 ? {} : { notes: batch.notes }) };
          } finally {
            board.end(item.index);
          }
        },
        tell: () => ({
          writer: 'openalex',
          research: ['openalex'],
          ...(spec.outputPath === undefined
            ? {}
            : { resultFile: relative(start.cwd, resolve(loaded.baseDirectory, spec.outputPath)) }),
        }),
        close: () => {},
      };
    },
  );
  board.endAll();
  try {
    const written = await writing;
    failed.signal.throwIfAborted();
    const isEmptyHanded = summary.totals.succeeded === 0 && (written?.unique ?? 0) === 0;
    await (isEmptyHanded ? start.output.giveUp() : start.output.end());
    return { ...summary, ...(written && { works: tellWorks(written) }) };
  } catch (error) {
    return unwrittenSummary(summary, error);
  }

  async function putEarlier(): Promise<void> {
    const todo = new Set(session.todo.map(({ index }) => index));
    for (const [index] of session.earlier) {
      if (todo.has(index)) continue;
      const kept = (await ledger.readOutput(run, index, 'fetch')) as FetchedBatch | undefined;
      if (kept !== undefined) putPlaces(index, kept);
      board.end(index);
    }
  }

  function putPlaces(index: number, { places }: FetchedBatch): void {
    places.forEach((place, page) => board.put(index, page, place));
  }

  function tellWorks({ unique, withoutId, found }: WrittenWorks): NonNullable<RunSummary['works']> {
    const ids = items.flatMap((item) => item.ids);
    const missing = summary.totals.succeeded === items.length ? missingIds(spec, ids, found) : [];
    const named = missing.slice(0, MOST_NAMED).join(', ');
    const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
    return {
      unique,
      ids: ids.length,
      notes: [
        ...(missing.length === 0
          ? []
          : [`No work was found for ${missing.length} of ${ids.length} ids: ${named}${more}.`]),
        ...(withoutId === 0 ? [] : [`${withoutId} results without a number were left out.`]),
      ],
    };
  }
}
