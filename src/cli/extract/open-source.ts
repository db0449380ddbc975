import { relative, resolve } from 'node:path';
import { portablePath } from '../../config/settings-snapshot.ts';
import { AppError } from '../../core/errors.ts';
import { readSourceTable } from '../../input/read-source-table.ts';
import { listDocuments } from '../../library/list-documents.ts';
import type { ExtractionSpec } from '../../run/extraction/extraction-spec.ts';
import {
  sourceOfDocuments,
  sourceOfTable,
  type ExtractionSource,
} from '../../run/extraction/extraction-source.ts';

export interface OpenedSource {
  source: ExtractionSource;
  /** For people: what was left out or named otherwise. */
  notes: readonly string[];
}

/** Reads the table of an extraction, or lists its documents, each once. @throws AppError `INPUT_INVALID`. */
export async function openSource(request: {
  spec: Pick<ExtractionSpec, 'fields' | 'table'>;
  files: readonly string[];
  cwd: string;
  /** From where paths of the run count. */
  baseDirectory: string;
}): Promise<OpenedSource> {
  const { spec, files, cwd, baseDirectory } = request;
  if (spec.table !== undefined) return openTable(spec.table, { ...request, fields: spec.fields });
  const found = new Map<string, { path: string; size: number }>();
  const notes: string[] = [];
  for (const file of files) {
    const listing = await listDocuments([resolve(cwd, file)]);
    for (const { path, size } of listing.files)
      found.set(path, { path: portablePath(path, baseDirectory), size });
    notes.push(...listing.warnings);
  }
  return { source: sourceOfDocuments([...found.values()], spec), notes };
}

/** @throws AppError `INPUT_INVALID` for columns that the table does not have. */
async function openTable(
  { path, columns }: NonNullable<ExtractionSpec['table']>,
  {
    fields,
    cwd,
    baseDirectory,
  }: Pick<ExtractionSpec, 'fields'> & { cwd: string; baseDirectory: string },
): Promise<OpenedSource> {
  const absolute = resolve(baseDirectory, path);
  const table = await readSourceTable(absolute, relative(cwd, absolute));
  const missing = columns.filter((name) => !table.columns.includes(name));
  if (missing.length > 0) {
    throw new AppError(
      'INPUT_INVALID',
      `${table.name} has no column ${missing.map((name) => `"${name}"`).join(', ')}.`,
      { suggestions: [`Its columns are ${table.columns.map((name) => `"${name}"`).join(', ')}.`] },
    );
  }
  const textColumns = columns.length === 0 ? table.columns : columns;
  return {
    source: sourceOfTable(table, {
      path: portablePath(absolute, baseDirectory),
      textColumns,
      fields,
    }),
    notes: table.notes,
  };
}
