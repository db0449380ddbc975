import { hash } from 'node:crypto';
import { nameColumns, type RowColumns } from '../../core/extracted-row.ts';
import { AppError } from '../../core/errors.ts';
import type { SourceItem } from '../../core/source-item.ts';
import type { SourceTable } from '../../input/read-source-table.ts';
import type { SourceText } from '../../pipeline/extract.ts';
import type { ExtractionSpec } from './extraction-spec.ts';

/** What an extraction works on: where its items come from and what of them stands in the output. */
export interface ExtractionSource {
  items: readonly SourceItem[];
  columns: RowColumns;
  /** Cells of the input that stand before the values. */
  cellsOf: (item: SourceItem) => readonly unknown[];
  /** Of rows; documents are read when their turn comes. */
  textOf?: (item: SourceItem) => SourceText;
}

/** Rows of a table: each is known by its place and by the SHA-256 of its cells. */
export function sourceOfTable(
  table: SourceTable,
  options: { path: string; textColumns: readonly string[]; fields: ExtractionSpec['fields'] },
): ExtractionSource {
  const { path, textColumns, fields } = options;
  const places = textColumns.map((name) => [name, table.columns.indexOf(name)] as const);
  const items = table.rows.map(({ line, cells }, index): SourceItem => {
    return {
      index,
      keyword: `${table.name}:${line}`,
      slug: '',
      priority: 0,
      path,
      line,
      sha256: hash('sha256', JSON.stringify(cells)),
    };
  });
  const cellsOf = ({ index }: SourceItem): readonly unknown[] => {
    const cells = table.rows[index]?.cells ?? [];
    return table.columns.map((_, place) => cells[place]);
  };
  return {
    items,
    columns: nameColumns(
      table.columns,
      fields.map(({ name }) => name),
    ),
    cellsOf,
    textOf: (item) => {
      const cells = cellsOf(item);
      const text = joinCells(places.map(([name, place]) => [name, cells[place]]));
      return { text, sha256: hash('sha256', text), warnings: [] };
    },
  };
}

/** One cell is the text itself; of several, each stands behind the name of its column. */
function joinCells(cells: readonly (readonly [name: string, value: unknown])[]): string {
  const texts = cells.flatMap(([name, value]): [string, string][] => {
    const text =
      typeof value === 'string'
        ? value
        : value === undefined || value === null
          ? ''
          : JSON.stringify(value);
    return text.trim() === '' ? [] : [[name, text]];
  });
  if (cells.length === 1) return texts[0]?.[1] ?? '';
  return texts.map(([name, text]) => `${name}: ${text}`).join('\n\n');
}

/** Documents, in the order in which they were named; the largest is worked on first. */
export function sourceOfDocuments(
  files: readonly { path: string; size: number }[],
  spec: Pick<ExtractionSpec, 'fields'>,
): ExtractionSource {
  const items = files.map(({ path, size }, index): SourceItem => {
    return { index, keyword: path.replace(/^\.\//, ''), slug: '', priority: size, path };
  });
  return sourceOfItems(items, spec);
}

/** The documents of a run that goes on. */
export function sourceOfItems(
  items: readonly SourceItem[],
  { fields }: Pick<ExtractionSpec, 'fields'>,
): ExtractionSource {
  return {
    items,
    columns: nameColumns(
      ['file'],
      fields.map(({ name }) => name),
    ),
    cellsOf: ({ keyword }) => [keyword],
  };
}

/**
 * Compares the rows of a run with those that its file has now.
 * @throws AppError `INPUT_INVALID` naming the first row that is another.
 */
export function requireSameRows(stored: readonly SourceItem[], now: readonly SourceItem[]): void {
  const index = stored.findIndex((item, place) => item.sha256 !== now[place]?.sha256);
  const changed =
    index >= 0 ? stored[index] : stored.length < now.length ? now[stored.length] : undefined;
  if (changed === undefined) return;
  throw new AppError(
    'INPUT_INVALID',
    `The rows are not those of the run any more: ${changed.keyword} has changed.`,
    {
      suggestions: [
        `Bring ${changed.path} back as it was and resume.`,
        'Or begin a new run with the file as it is: values of rows that are the same are not paid for again.',
      ],
    },
  );
}
