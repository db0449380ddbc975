const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\u30fc\uff01-\uff60\uffe0-\uffe6]/gu;
const WITHOUT_WIDTH = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * How long a text is in a list of search results, in letters of the Latin alphabet: characters of Chinese, Japanese and
 * Korean are twice as wide and count double, marks above and below letters count nothing.
 */
export function displayLength(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return [...text.replace(WITHOUT_WIDTH, '')].length + wide;
}
