import type { ExtractedRow, RowColumns, ValueEvidence } from '../../core/extracted-row.ts';
import type { ErrorReport, ItemStatus } from '../../core/events.ts';
import type { Extraction } from '../../extraction/field.ts';

/** A row with its values. */
export function succeededRow(
  source: readonly unknown[],
  { fields, warnings }: Extraction,
  columns: RowColumns,
): ExtractedRow {
  const found = Object.values(fields);
  const evidence = found.flatMap(({ quote, page }, index): [string, ValueEvidence][] => {
    const name = columns.fields[index];
    if (name === undefined || quote === undefined) return [];
    return [[name, { quote, ...(page === undefined ? {} : { page }) }]];
  });
  return {
    source,
    values: found.map(({ value }) => value),
    status: 'succeeded',
    warnings,
    evidence: Object.fromEntries(evidence),
  };
}

/** A row without values, and why. */
export function emptyRow(
  source: readonly unknown[],
  status: Exclude<ItemStatus, 'succeeded'>,
  error?: ErrorReport,
): ExtractedRow {
  const reason = error === undefined ? {} : { error: error.message };
  return { source, values: [], status, ...reason, warnings: [], evidence: {} };
}
