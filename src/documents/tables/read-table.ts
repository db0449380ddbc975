import { AppError } from '../../core/errors.ts';
import { renderBlocks, type Block } from '../blocks.ts';
import type { DocumentContent } from '../document.ts';
import { MOST_ROWS, rowBlock } from './row-block.ts';
import { tableDelimiter } from './table-delimiter.ts';

/**
 * Reads a table with a header line (commas, semicolons, tabs or bars) as a row of text each. Cells beyond the header
 * are named by their position.
 * @throws AppError `DOCUMENT_UNREADABLE` when it has too many rows
 */
export async function readTable(source: string): Promise<DocumentContent> {
  const { CsvError, parse } = await import('csv-parse/sync');
  const blocks: Block[] = [];
  const warnings: string[] = [];
  let header: string[] | undefined;
  let nextLine = 1;
  try {
    parse(source, {
      bom: true,
      delimiter: tableDelimiter(source),
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines }) => {
        nextLine = lines + 1;
        if (header === undefined) header = cells.map((cell) => cell.trim());
        else blocks.push(rowBlock(cells.map((cell, index) => [nameOf(header, index), cell])));
        if (blocks.length > MOST_ROWS) throw tooManyRows();
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Rows after a quote that is never closed cannot be told apart.
    warnings.push(
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? `From line ${nextLine} on it was not read: a cell there opens with a quote (") that is never closed.`
        : `From line ${nextLine} on it was not read (${error.code}).`,
    );
  }
  return { text: renderBlocks(headerAlone(header, blocks)), warnings };
}

function nameOf(header: readonly string[] | undefined, index: number): string {
  const name = header?.[index] ?? '';
  return name === '' ? `column ${index + 1}` : name;
}

/** A table without rows still says what its columns are. */
function headerAlone(header: readonly string[] | undefined, blocks: readonly Block[]): Block[] {
  const filled = blocks.filter((block) => block.text !== '');
  const names = header?.filter((name) => name !== '') ?? [];
  if (filled.length > 0 || names.length === 0) return filled;
  return [{ kind: 'row', text: `| ${names.join(' | ')} |` }];
}

export function tooManyRows(): AppError {
  return new AppError(
    'DOCUMENT_UNREADABLE',
    `It has more than ${MOST_ROWS.toLocaleString('en')} rows.`,
    { suggestions: ['Split it into smaller files.'] },
  );
}
