import type { KeywordItem } from '../core/keyword.ts';
import { foldText } from '../core/fold-text.ts';
import { MAXIMUM_KEYWORD_CHARACTERS, cleanKeyword } from '../core/normalise-keyword.ts';
import { checkLanguage, checkPriority, checkSlug, checkSources } from './check-cells.ts';
import type { KeywordRow } from './keyword-row.ts';

/** Code points in a cell of free text, and in a cell of a column of the user's own. */
const MAXIMUM_CELL_CHARACTERS = 500;
const MAXIMUM_INSTRUCTION_CHARACTERS = 2_000;
const MAXIMUM_EXTRA_CHARACTERS = 10_000;

/**
 * Checks one row; calls `report` for each problem and gives the item that the row stands for, without
 * the cells that are wrong. A keyword that is not there at all was reported by whoever read the row.
 */
export function checkRow(row: KeywordRow, report: (problem: string) => void): KeywordItem {
  const { cells } = row;
  const item: KeywordItem = {
    keyword: checkKeyword(cells.keyword, report),
    priority: checkPriority(cells.priority ?? '', report),
    extra: checkExtra(row.extra, report),
  };
  for (const column of ['title', 'audience', 'tone', 'instructions', 'template'] as const) {
    const text = foldText(cells[column] ?? '');
    const limit =
      column === 'instructions' ? MAXIMUM_INSTRUCTION_CHARACTERS : MAXIMUM_CELL_CHARACTERS;
    const fits = checkLength(text, column, limit, report);
    if (fits && text !== '') item[column] = text;
  }
  const language = checkLanguage(cells.language ?? '', report);
  if (language !== undefined) item.language = language;
  const sources = checkSources(cells.sources ?? '', report);
  if (sources.length > 0) item.sources = sources;
  const slug = checkSlug(cells.slug ?? '', report);
  if (slug !== undefined) item.slug = slug;
  return item;
}

function checkKeyword(cell: string | undefined, report: (problem: string) => void): string {
  if (cell === undefined) return '';
  const keyword = cleanKeyword(cell);
  if (keyword === '') report('the keyword is empty');
  checkLength(keyword, 'keyword', MAXIMUM_KEYWORD_CHARACTERS, report);
  return keyword;
}

function checkExtra(
  extra: Readonly<Record<string, string>>,
  report: (problem: string) => void,
): Record<string, string> {
  const entries = Object.entries(extra).map(([name, value]): [string, string] => {
    const column = foldText(name);
    checkLength(value, column, MAXIMUM_EXTRA_CHARACTERS, report);
    return [column, value];
  });
  return Object.fromEntries(entries);
}

/** Whether the text keeps the limit, in code points. */
function checkLength(
  text: string,
  column: string,
  limit: number,
  report: (problem: string) => void,
): boolean {
  // UTF-16 code units are never fewer than code points, so most texts need no counting.
  if (text.length <= limit) return true;
  const length = [...text].length;
  if (length <= limit) return true;
  const count = (value: number): string => value.toLocaleString('en');
  report(`the ${column} has ${count(length)} characters; at most ${count(limit)} are allowed`);
  return false;
}
