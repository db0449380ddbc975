import { stripVTControlCharacters } from 'node:util';

export interface TerminalTextOptions {
  /** The most UTF-16 code units; 1,000, or 10,000 for more than one line. */
  limit?: number;
  /** Keeps line breaks and indentation instead of folding all white space. */
  multiline?: boolean;
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;

/** All that moves a cursor or breaks a line (C0, DEL, C1 and the Unicode separators), with the white space around it. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

/** Marks that reorder or hide what stands around them: bidirectional controls, annotations, a stray byte order mark. */
const INVISIBLE = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** More combining marks on one letter than any script uses: they would bleed over the neighbouring rows. */
const STACKED_MARKS = /(\p{Mn}{4})\p{Mn}+/gu;

/**
 * Text from outside made safe for a terminal or a log: no escape sequences, no control or
 * bidirectional characters, nothing that GitHub's runner takes for a command, a bounded length.
 */
export function terminalText(text: string, options: TerminalTextOptions = {}): string {
  const multiline = options.multiline ?? false;
  const limit = options.limit ?? (multiline ? 10_000 : 1000);
  // Cut before the costly work too; twice the limit leaves room for what is removed.
  const plain = stripVTControlCharacters(text.slice(0, limit * 2));
  const safe = multiline
    ? plain
        .split(LINE_BREAK)
        .map((line) => safeLine(line).trimEnd())
        .join('\n')
    : safeLine(plain.replace(CONTROLS, ' ').replace(/ {2,}/g, ' ').trim());
  if (safe.length <= limit && text.length <= limit * 2) return safe;
  return `${safe.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function safeLine(line: string): string {
  return (
    line
      .replace(CONTROLS, ' ')
      .replace(INVISIBLE, '')
      .replace(STACKED_MARKS, '$1')
      // The runner obeys `::command` at the start of a line of a log, and the older `##[command` anywhere in it.
      .replace(/^(\s*):(?=:)/, '$1: ')
      .replaceAll('##[', '## [')
      .toWellFormed()
  );
}
