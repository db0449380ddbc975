/** The columns that mean something; every other column travels into `extra`. */
const COLUMNS = [
  'keyword',
  'title',
  'audience',
  'tone',
  'instructions',
  'language',
  'template',
  'sources',
  'priority',
  'slug',
] as const;
export type Column = (typeof COLUMNS)[number];

/** One row of an input as it was read: cells as text, not yet checked. */
export interface KeywordRow {
  /** The line on which the row begins, from 1; for arguments their number. */
  line: number;
  /** Without those that could not be read, which are reported already. */
  cells: Partial<Record<Column, string>>;
  extra: Record<string, string>;
}

/** What is wrong with an input, and on which line. */
export interface RowProblem {
  line: number;
  message: string;
}

export interface ParsedRows {
  rows: KeywordRow[];
  problems: RowProblem[];
}

/** Keywords that one run takes; parsers stop keeping rows above it. */
export const MAXIMUM_KEYWORDS = 100_000;

/** The known column of a header cell, whatever its case; undefined for columns of the user's own. */
export function knownColumn(name: string): Column | undefined {
  const lower = name.toLowerCase();
  return COLUMNS.find((column) => column === lower);
}
