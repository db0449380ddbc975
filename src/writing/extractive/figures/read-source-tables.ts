import type { Citation, Paragraph } from '../../../core/article.ts';
import type { Passage, Source } from '../../../core/dossier.ts';
import { cleanText } from '../../../core/text/clean-text.ts';
import { addressesModel } from '../addresses-model.ts';

/** A table as a source has it, its cells cited. */
export interface SourceTable {
  sourceId: string;
  /** Of the passage that holds it. */
  heading: string | undefined;
  rows: readonly (readonly Cell[])[];
}

interface Cell {
  text: string;
  citation: Citation;
}

const ROWS = { minimum: 3, maximum: 10 };
const COLUMNS = { minimum: 2, maximum: 6 };
const LONGEST_CELL = 60;
const LONGEST_LINE = 600;

/** The tables of a source that can be printed as they are: a head, two rows or more, short cells of plain text. */
export function readSourceTables(source: Source): SourceTable[] {
  return source.passages.flatMap((passage) => tablesOf(source.id, passage));
}

function tablesOf(sourceId: string, passage: Passage): SourceTable[] {
  const tables: SourceTable[] = [];
  let rows: Cell[][] = [];
  const close = () => {
    if (isPrintable(rows)) tables.push({ sourceId, heading: passage.heading, rows });
    rows = [];
  };
  for (const line of passage.text.matchAll(/[^\n]+/gu)) {
    const isRow = /^\s*\|.*\|\s*$/u.test(line[0].slice(0, LONGEST_LINE + 1));
    if (!isRow || line[0].length > LONGEST_LINE) close();
    // What stands at the head of a passage may be the rest of a table that was cut.
    else if (line.index > 0 || rows.length > 0) {
      const cells = cellsOf(sourceId, passage, line[0], line.index);
      if (!cells.every((cell) => /^:?-{2,}:?$/u.test(cell.text))) rows.push(cells);
    }
  }
  close();
  return tables;
}

function cellsOf(sourceId: string, passage: Passage, line: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  const first = line.indexOf('|') + 1;
  for (const match of line.slice(first, line.lastIndexOf('|')).matchAll(/[^|]*(?:\||$)/gu)) {
    const content = match[0].replace(/\|$/u, '');
    if (match[0] === '' && match.index > 0) break;
    const text = content.trim();
    const start = passage.start + offset + first + match.index + content.indexOf(text);
    cells.push({
      text,
      citation: { sourceId, passageId: passage.id, start, end: start + text.length },
    });
  }
  return cells;
}

function isPrintable(rows: readonly (readonly Cell[])[]): boolean {
  if (rows.length < ROWS.minimum || rows.length > ROWS.maximum) return false;
  const columns = rows[0]?.length ?? 0;
  if (columns < COLUMNS.minimum || columns > COLUMNS.maximum) return false;
  return rows.every((row) => row.length === columns && row.every((cell) => isFit(cell.text)));
}

function isFit(text: string): boolean {
  if (text === '' || text.length > LONGEST_CELL || cleanText(text) !== text) return false;
  return !/https?:|www\.|[<>{}[\]`*\\]|\S@\S/u.test(text) && !addressesModel(text);
}

/** A table as paragraphs: the head without citations, every other cell with its own. */
export function tableParagraphs(rows: SourceTable['rows']): Paragraph[] {
  return rows.map((row, index): Paragraph => ({
    kind: 'row',
    content: row.map(({ text, citation }) => ({ text, citations: index === 0 ? [] : [citation] })),
  }));
}
