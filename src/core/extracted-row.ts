import type { ItemStatus } from './events.ts';

/** Names of the columns of an extraction's output; no two are the same. */
export interface RowColumns {
  /** Those of the input, as they are there. */
  source: readonly string[];
  /** One a field. */
  fields: readonly string[];
  status: string;
  error: string;
  warnings: string;
  evidence: string;
}

/** Where a value stands in its text. */
export interface ValueEvidence {
  quote: string;
  /** From 1, for documents that have pages. */
  page?: number;
}

/** What one document or row of an extraction came to. */
export interface ExtractedRow {
  /** Cells of the input, by the columns of the source. */
  source: readonly unknown[];
  /** By the columns of the fields: text, number, true or false, a list of these, or null. */
  values: readonly unknown[];
  status: ItemStatus;
  /** Why there are no values. */
  error?: string;
  warnings: readonly string[];
  /** By the name of the field's column. */
  evidence: Readonly<Record<string, ValueEvidence>>;
}

/** Names every column of the output: a field of the name of a column of the input becomes `name_extracted`. */
export function nameColumns(source: readonly string[], fields: readonly string[]): RowColumns {
  const taken = new Set(source);
  const free = (wanted: string): string => {
    let name = wanted;
    for (let number = 1; taken.has(name); number += 1)
      name = `${wanted}_extracted${number === 1 ? '' : number}`;
    taken.add(name);
    return name;
  };
  return {
    source,
    fields: fields.map(free),
    status: free('status'),
    error: free('error'),
    warnings: free('warnings'),
    evidence: free('evidence'),
  };
}
