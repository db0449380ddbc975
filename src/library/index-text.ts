const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/gu;

/**
 * Text as the index sees it: SQLite's tokenizer takes a whole run of a script without spaces for one word, so each of
 * its characters becomes a word, and a word of the script a phrase of them.
 */
export function indexText(text: string): string {
  return text.normalize('NFKC').replace(UNSPACED, ' $& ');
}
