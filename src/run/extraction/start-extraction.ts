import { relative, resolve } from 'node:path';
import type { ExtractedRow } from '../../core/extracted-row.ts';
import type { RunEvent } from '../../core/events.ts';
import type { SourceItem } from '../../core/source-item.ts';
import type { RunSummary } from '../../core/summary.ts';
import type { Extraction } from '../../extraction/field.ts';
import { OrderedRows, type TextSink } from '../../output/ordered-rows.ts';
import { extractItem } from '../../pipeline/extract.ts';
import { unwrittenSummary } from '../unwritten-summary.ts';
import { workSession, type SessionStart } from '../work-session.ts';
import { openExtractTools } from './open-extract-tools.ts';
import type { ExtractionSource } from './extraction-source.ts';
import type { ExtractionSpec } from './extraction-spec.ts';
import { emptyRow, succeededRow } from './row-results.ts';

export interface ExtractionStart extends SessionStart<SourceItem> {
  spec: ExtractionSpec;
  source: ExtractionSource;
  sink: TextSink;
  /** Puts what was written in its place. */
  commit: () => Promise<void>;
  /** Of encrypted documents; kept nowhere. */
  password: string | undefined;
  /** Documents read at a time. */
  workers: number | undefined;
}

/**
 * A session of an extraction: takes every document or row to its fields and writes all rows of the run in input order,
 * those of earlier sessions too. Those without an end are told as such at the end of the output.
 */
export async function startExtraction(start: ExtractionStart): Promise<RunSummary> {
  const { session, source, spec } = start;
  const { baseDirectory } = start.loaded;
  const { ledger, run, items } = session;
  const { columns } = source;
  const rows = new OrderedRows({ format: spec.format, columns, sink: start.sink });
  const given = new Set<number>();
  const put = (index: number, row: ExtractedRow | (() => Promise<ExtractedRow>)) => {
    given.add(index);
    return rows.put(index, row);
  };
  const cellsOf = (index: number): readonly unknown[] => source.cellsOf(items[index] as SourceItem);
  const todo = new Set(session.todo.map(({ index }) => index));
  for (const [index, { status, error }] of session.earlier) {
    if (todo.has(index)) continue;
    if (status === 'succeeded') {
      void put(index, async () => {
        const kept = (await ledger.readOutput(run, index, 'extract')) as Extraction;
        return succeededRow(cellsOf(index), kept, columns);
      });
    } else void put(index, emptyRow(cellsOf(index), status, error));
  }
  const summary = await workSession(
    {
      ...start,
      onEvent: (event) => {
        takeFailure(event);
        start.onEvent(event);
      },
    },
    async (tools) => {
      const opened = await openExtractTools({ ...start, ...tools });
      return {
        unit: spec.table === undefined ? 'document' : 'row',
        process: async (scope) => {
          let found: Extraction | undefined;
          const result = await extractItem(scope, {
            ...opened,
            deliver: (extraction) => (found = extraction),
          });
          if (found !== undefined)
            await put(scope.item.index, succeededRow(cellsOf(scope.item.index), found, columns));
          return result;
        },
        tell: () => ({
          writer: spec.method,
          research: [],
          ...(spec.outputPath === undefined
            ? {}
            : { resultFile: relative(start.cwd, resolve(baseDirectory, spec.outputPath)) }),
        }),
        close: opened.close,
      };
    },
  );
  for (const { index } of items) {
    if (!given.has(index)) void put(index, emptyRow(cellsOf(index), 'not-started'));
  }
  try {
    await rows.end();
    // Of an interrupted run too: every row says how it stands.
    await start.commit();
    return summary;
  } catch (error) {
    return unwrittenSummary(summary, error);
  }

  function takeFailure(event: RunEvent): void {
    if (event.type !== 'item-error') return;
    void put(event.item, emptyRow(cellsOf(event.item), event.status, event.error));
  }
}
