import { styleText } from 'node:util';
import type { ChunkHit } from '../../library/chunk-hit.ts';
import type { Snippet } from '../../library/make-snippet.ts';
import { shownPath } from '../../output/shown-path.ts';
import { clipText } from '../clip-text.ts';
import { terminalText } from '../terminal-text.ts';
import { wrapText } from '../wrap-text.ts';
import type { SearchResult } from './search-command.ts';

export interface FormatHitsOptions {
  cwd: string;
  columns?: number | undefined;
  color: boolean;
}

/** What a search found, for people: place, path with page, and a snippet with the words that match. */
export function formatHits({ hits }: SearchResult, options: FormatHitsOptions): string {
  if (hits.length === 0) return 'Nothing was found.';
  return hits.map((hit, index) => formatHit(hit, index + 1, options)).join('\n\n');
}

/** The hits as one JSON document; paths are absolute, offsets count in the text of the document. */
export function hitsReport(result: SearchResult): string {
  return JSON.stringify(result, undefined, 2);
}

function formatHit(hit: ChunkHit, place: number, options: FormatHitsOptions): string {
  const { cwd, columns = Infinity, color } = options;
  const { page, heading, publishedAt, title } = hit;
  const indent = `${place}. `.length;
  const path = terminalText(shownPath(hit.path, cwd), { limit: 200 });
  const where = [page === undefined ? path : `${path}, page ${page}`, heading, publishedAt]
    .flatMap((part) => (part === undefined ? [] : [terminalText(part, { limit: 120 })]))
    .join(' · ');
  const head = clipText(`${place}. ${terminalText(title, { limit: 120 })}`, columns);
  const lines = wrapText(`${' '.repeat(indent)}${markedText(hit.snippet)}`, columns, indent);
  return [
    color
      ? styleText('bold', clipText(head, columns), { validateStream: false })
      : clipText(head, columns),
    clipText(`${' '.repeat(indent)}${where}`, columns),
    color ? lines.replaceAll(MARK, (_, word: string) => bold(word)) : lines,
  ].join('\n');
}

const MARK = /\*\*(.+?)\*\*/gu;

function bold(word: string): string {
  return styleText(['bold', 'yellow'], word, { validateStream: false });
}

/** The snippet with its matches between pairs of stars; none of its own can be taken for a mark. */
function markedText({ text, matches }: Snippet): string {
  const plain = (start: number, end?: number): string =>
    text.slice(start, end).replaceAll('**', '*');
  let marked = '';
  let at = 0;
  for (const [start, end] of matches) {
    marked += `${plain(at, start)}**${plain(start, end)}**`;
    at = end;
  }
  return terminalText(marked + plain(at), { limit: 2000 });
}
