import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import type { IdentifierKind } from '../../core/works/read-identifier.ts';
import type { StoredRun } from '../../ledger/records.ts';
import type { WorksFormatName } from '../../output/works/works-formats.ts';
import type { WorksQuery } from '../../providers/openalex/works-address.ts';

/** What a fetch of works is to do, as its run keeps it: plain JSON. */
export interface WorksSpec {
  /** What every batch asks, beside its own filter. */
  query: WorksQuery;
  /** What the identifiers are that were cut into batches; absent for a search without. */
  kind?: IdentifierKind;
  /** Works wanted over all batches; absent for all there are. */
  limit?: number;
  /** Whether the fields were chosen by name: tables of values then have those columns. */
  isSelected: boolean;
  /** Where the works go; absent for standard output. */
  outputPath?: string;
  format: WorksFormatName;
}

const shape = z.looseObject({
  query: z.looseObject({
    filters: z.array(z.string()),
    search: z.string().optional(),
    sort: z.string().optional(),
    select: z.array(z.string()),
    groupBy: z.string().optional(),
    perPage: z.number(),
  }),
  kind: z.enum(['author', 'institution', 'doi', 'work', 'topic']).optional(),
  limit: z.number().optional(),
  isSelected: z.boolean(),
  outputPath: z.string().optional(),
  format: z.enum(['table', 'json', 'jsonl', 'csv', 'bibtex', 'csl']),
});

/** The settings of a run of this command: those of all runs, and what it fetches. */
export function withWorks(settings: unknown, works: WorksSpec): unknown {
  return { ...(settings as object), works };
}

/**
 * Takes the settings of a stored run apart.
 * @throws AppError `LEDGER_DAMAGED` when it does not say what to fetch.
 */
export function readWorksSpec(run: StoredRun): { settings: unknown; works: WorksSpec } {
  const { works, ...settings } = run.settings as Record<string, unknown>;
  const parsed = shape.safeParse(works);
  if (parsed.success) return { settings, works: parsed.data as unknown as WorksSpec };
  throw new AppError(
    'LEDGER_DAMAGED',
    `The ledger does not say which works the run ${run.run} was to fetch.`,
    { suggestions: ['Restore the ledger from a backup, or begin the fetch anew.'] },
  );
}
