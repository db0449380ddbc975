import cliTruncate from 'cli-truncate';

const ASCII = /^[ -~]*$/;

/** Cuts a plain text to at most `columns` columns, with `…` where something is missing. */
export function clipText(text: string, columns: number): string {
  // No UTF-16 code unit is wider than two columns, and measuring means segmenting: most rows need neither.
  if (text.length * 2 <= columns) return text;
  if (!ASCII.test(text)) return cliTruncate(text, columns);
  if (text.length <= columns) return text;
  return columns < 1 ? '' : `${text.slice(0, columns - 1)}…`;
}
