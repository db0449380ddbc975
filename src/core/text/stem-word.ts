const VOWEL = /[aeiouy]/u;

/** Endings that are cut when at least three letters with a vowel stay: longest first. */
const DERIVED_ENDINGS: readonly (readonly [ending: string, replacement: string])[] = [
  ['ization', 'ize'],
  ['isation', 'ise'],
  ['fulness', 'ful'],
  ['iveness', 'ive'],
  ['ational', 'ate'],
  ['ation', 'ate'],
  ['ment', ''],
  ['ness', ''],
  ['able', ''],
  ['ible', ''],
  ['ly', ''],
];

/** Texts repeat their words: most stems are asked for again. Bounded, because words come from outside. */
const MOST_STEMS = 20_000;
const stems = new Map<string, string>();

/**
 * A rough stem, for telling whether two texts speak of the same things; not a word to show. English only (plurals,
 * -ed, -ing and some derived endings, after the first steps of M. F. Porter, "An algorithm for suffix stripping",
 * 1980); words of other languages come back as they are. Expects a lower-case word.
 */
export function stemWord(word: string, language = 'en'): string {
  if (language !== 'en' && !/^en\b/iu.test(language)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemEnglish(word);
  if (stems.size >= MOST_STEMS) stems.clear();
  stems.set(word, stem);
  return stem;
}

function stemEnglish(word: string): string {
  if (word.length < 4 || !/^[a-z']+$/u.test(word)) return word;
  let stem = word.replace(/'s?$/u, '');
  stem = cutPlural(stem);
  stem = cutPastAndGerund(stem);
  stem = cutDerived(stem);
  return stem.length > 3 ? stem.replace(/e$/u, '').replace(/(?<=[^aeiou])y$/u, 'i') : stem;
}

function cutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:[sx]|ch|sh|zz)es$/u.test(word)) return word.slice(0, -2);
  return /[^su]s$/u.test(word) && !word.endsWith('is') ? word.slice(0, -1) : word;
}

function cutPastAndGerund(word: string): string {
  const match = /^(.+?)(?:ing|ed)$/u.exec(word);
  const base = match?.[1];
  if (base === undefined || base.length < 2 || !VOWEL.test(base) || base.endsWith('e')) return word;
  if (base.endsWith('i')) return `${base.slice(0, -1)}y`;
  return /([^aeiouylsz])\1$/u.test(base) ? base.slice(0, -1) : base;
}

function cutDerived(word: string): string {
  for (const [ending, replacement] of DERIVED_ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const base = word.slice(0, -ending.length);
    return base.length >= 3 && VOWEL.test(base) ? base + replacement : word;
  }
  return word;
}
