import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import type { Field } from '../../extraction/field.ts';
import type { NamedPattern } from '../../extraction/fields/read-patterns.ts';
import type { StoredRun } from '../../ledger/records.ts';
import type { RowFormatName } from '../../output/row-formats.ts';

export type ExtractionMethod = 'ai' | 'pattern';

/** What an extraction is to do, as its run keeps it: plain JSON. */
export interface ExtractionSpec {
  method: ExtractionMethod;
  fields: readonly Field[];
  patterns: readonly NamedPattern[];
  /** The table whose rows are worked on, and the columns that make up their texts; absent for documents. */
  table?: { path: string; columns: readonly string[] };
  /** Where the rows go; absent for standard output. */
  outputPath?: string;
  format: RowFormatName;
  /** BCP 47 tag of the texts, where it was said. */
  language?: string;
}

const shape = z.looseObject({
  method: z.enum(['ai', 'pattern']),
  fields: z.array(z.looseObject({ name: z.string(), type: z.string() })),
  patterns: z.array(z.looseObject({ name: z.string() })),
  table: z.object({ path: z.string(), columns: z.array(z.string()) }).optional(),
  outputPath: z.string().optional(),
  format: z.enum(['csv', 'jsonl', 'json']),
  language: z.string().optional(),
});

/** The settings of a run of this command: those of all runs, and what it extracts. */
export function withExtraction(settings: unknown, extraction: ExtractionSpec): unknown {
  return { ...(settings as object), extraction };
}

/**
 * Takes the settings of a stored run apart.
 * @throws AppError `LEDGER_DAMAGED` when it does not say what to extract.
 */
export function readExtraction(run: StoredRun): { settings: unknown; extraction: ExtractionSpec } {
  const { extraction, ...settings } = run.settings as Record<string, unknown>;
  const parsed = shape.safeParse(extraction);
  if (parsed.success) return { settings, extraction: parsed.data as unknown as ExtractionSpec };
  throw new AppError(
    'LEDGER_DAMAGED',
    `The ledger does not say what the run ${run.run} was to extract.`,
    { suggestions: ['Restore the ledger from a backup, or begin the extraction anew.'] },
  );
}
