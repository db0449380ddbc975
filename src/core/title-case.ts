/** Short words that stay small inside an English title. */
const SMALL_WORDS = new Set(
  `a an and as at but by for from if in into nor of off on onto or over per than the to up via vs vs. with`.split(
    /\s+/u,
  ),
);

/** A letter run with its apostrophes; hyphens part words, so that `e-bike` becomes `E-Bike`. */
const WORD = /[\p{L}\p{N}\p{M}.]+(?:['’][\p{L}\p{N}]+)*\.?/gu;

/**
 * English title case: every word is capitalised but short articles, conjunctions and prepositions inside the title.
 * Words with a capital or digit of their own (`iPhone`, `kWh`, `R290`) and scripts without case stay as they are.
 * Other languages only get a capital at the start, because none of them capitalises titles as English does.
 */
export function titleCase(text: string, language = 'en'): string {
  if (!/^en\b/iu.test(language)) return capitalise(text);
  const matches = [...text.matchAll(WORD)];
  const last = matches.at(-1)?.index;
  let result = '';
  let cursor = 0;
  for (const match of matches) {
    const before = text.slice(cursor, match.index);
    const opens = result === '' || /[:?!–—(“"]\s*$/u.test(text.slice(0, match.index));
    const hyphenated = before.endsWith('-') || text[match.index + match[0].length] === '-';
    const small = SMALL_WORDS.has(match[0]) && !opens && match.index !== last;
    const keep = small && (!hyphenated || before.endsWith('-'));
    result += before + (keep ? match[0] : capitalise(match[0]));
    cursor = match.index + match[0].length;
  }
  return result + text.slice(cursor);
}

/** The word with a capital first letter, unless it has a capital or digit of its own already. */
function capitalise(word: string): string {
  const first = /\S/u.exec(word)?.index ?? 0;
  const head = String.fromCodePoint(word.codePointAt(first) ?? 32);
  if (/^[\p{L}.'’]*[\p{Lu}\d]/u.test(word) && !/\s/u.test(word)) return word;
  return word.slice(0, first) + head.toUpperCase() + word.slice(first + head.length);
}
