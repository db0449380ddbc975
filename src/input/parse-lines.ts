import { type KeywordRow, MAXIMUM_KEYWORDS, type ParsedRows } from './keyword-row.ts';

/** Reads a keyword a line; blank lines and lines that begin with # are left out. */
export function parseLines(text: string): ParsedRows {
  const rows: KeywordRow[] = [];
  let line = 0;
  for (const [content] of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    line += 1;
    const keyword = content.trim();
    if (keyword === '' || keyword.startsWith('#')) continue;
    rows.push({ line, cells: { keyword }, extra: {} });
    if (rows.length > MAXIMUM_KEYWORDS) break;
  }
  return { rows, problems: [] };
}
