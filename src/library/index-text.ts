const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/gu;

const COMPOUND = /[\p{L}\p{N}\p{M}]+(?:[-‐‑][\p{L}\p{N}\p{M}]+)+/gu;

/** The same for plain ASCII, as most texts are, and many times faster. */
const ASCII = /^[\x00-\x7f]*$/;
const ASCII_COMPOUND = /[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+/g;

/**
 * Text as the index sees it: SQLite's tokenizer takes a whole run of a script without spaces for one word, so each of
 * its characters becomes a word, and a word of the script a phrase of them.
 */
export function indexText(text: string): string {
  return ASCII.test(text) ? text : text.normalize('NFKC').replace(UNSPACED, ' $& ');
}

/** The text of a passage for the index, with its hyphened words joined behind it: `ebike` finds `e-bike`. */
export function indexBody(text: string): string {
  const isAscii = ASCII.test(text);
  const compounds = isAscii ? text.match(ASCII_COMPOUND) : text.normalize('NFKC').match(COMPOUND);
  if (compounds === null) return indexText(text);
  const joined = new Set(compounds.map((word) => word.toLowerCase().replace(/[-‐‑]/gu, '')));
  return [indexText(text), ...joined].join(' ');
}
