import { AppError } from '../../core/errors.ts';
import { renderBlocks, type Block } from '../blocks.ts';
import type { DocumentContent } from '../document.ts';
import { tooManyRows } from './read-table.ts';
import { MOST_ROWS, rowBlock } from './row-block.ts';

/** Objects in objects are named by their path (`address.city`) so deep; what is deeper stays JSON. */
const MAX_DEPTH = 3;
/** Line numbers that a warning lists. */
const SHOWN_LINES = 10;

/**
 * Reads a JSON value a line as a row of text each; lines that are no JSON are left out with a warning.
 * @throws AppError `DOCUMENT_UNREADABLE` when no line is JSON, or there are too many
 */
export function readJsonLines(source: string): DocumentContent {
  const blocks: Block[] = [];
  const broken: number[] = [];
  let line = 0;
  for (const [content] of source.matchAll(/[^\n]*(?:\n|$)/gu)) {
    line += 1;
    if (content.trim() === '') continue;
    const cells = cellsOf(content);
    if (cells === undefined) broken.push(line);
    else blocks.push(rowBlock(cells));
    if (blocks.length > MOST_ROWS) throw tooManyRows();
  }
  if (blocks.length === 0 && broken.length > 0) {
    throw new AppError('DOCUMENT_UNREADABLE', 'None of its lines is JSON.');
  }
  return { text: renderBlocks(blocks), warnings: brokenLines(broken) };
}

function cellsOf(content: string): [string, string][] | undefined {
  try {
    const cells: [string, string][] = [];
    flatten(JSON.parse(content), '', 0, cells);
    return cells;
  } catch {
    return undefined;
  }
}

function flatten(value: unknown, name: string, depth: number, cells: [string, string][]): void {
  if (value === null || value === '') return;
  const isList = Array.isArray(value);
  if (isList && value.every((entry) => typeof entry !== 'object')) {
    cells.push([name || 'value', value.join(', ')]);
  } else if (typeof value !== 'object' || isList || depth >= MAX_DEPTH) {
    cells.push([name || 'value', typeof value === 'string' ? value : JSON.stringify(value)]);
  } else {
    for (const [key, entry] of Object.entries(value))
      flatten(entry, name === '' ? key : `${name}.${key}`, depth + 1, cells);
  }
}

function brokenLines(lines: readonly number[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, SHOWN_LINES).join(', ');
  const more = lines.length > SHOWN_LINES ? ` and ${lines.length - SHOWN_LINES} more` : '';
  const what = lines.length === 1 ? 'Line' : 'Lines';
  return [`${what} ${shown}${more} could not be read as JSON and were left out.`];
}
