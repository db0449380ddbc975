const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/gu;

/**
 * Text as the index sees it: SQLite's tokenizer takes a whole run of a script without spaces for one word, so each of
 * its characters becomes a word, and a word of the script a phrase of them.
 */
export function indexText(text: string): string {
  return text.normalize('NFKC').replace(UNSPACED, ' $& ');
}

/** The text of a passage for the index, with its hyphened words joined behind it: `ebike` finds `e-bike`. */
export function indexBody(text: string): string {
  const compounds =
    text.normalize('NFKC').match(/[\p{L}\p{N}\p{M}]+(?:[-‐‑][\p{L}\p{N}\p{M}]+)+/gu) ?? [];
  const joined = new Set(compounds.map((word) => word.toLowerCase().replace(/[-‐‑]/gu, '')));
  return [indexText(text), ...joined].join(' ');
}
