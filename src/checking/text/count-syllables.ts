/** An e that is written and not spoken: at the end, in -ed and -es, and before an ending of its own. */
const SILENT: readonly RegExp[] = [
  /(?:[^aeiouyl]|[aeiouy]l)e$/u,
  /[^aeiouytd]ed$/u,
  /(?<![sxzcg]|[cs]h|[^aeiouy]l)(?<=[^aeiouy])es$/u,
  /[^aeiouy]e(?=(?:ly|ful|less|ness|ment)s?$)/u,
];

/** Vowels that stand next to each other and are spoken apart. */
const APART: readonly RegExp[] = [
  /(?<![tcsg])i(?:a|o|u)/u,
  /(?<![qg])u[ao](?!$)/u,
  /[aeiou][^aeiou]ea$/u,
  /creat/u,
  /(?:sci|di|li|qui|vari)e(?=[nt])/u,
  /(?<!p)eo(?![nu])/u,
  /[aeiouy]ing/u,
  /ism$/u,
];

/**
 * The syllables of an English word by rule: a group of vowels is one, but for those that are silent or spoken apart.
 * Wrong for some words of every text and right on average, which is what the Flesch formula needs.
 */
export function countEnglishSyllables(word: string): number {
  const lower = word.toLowerCase();
  const plain = lower.replace(/[^a-z]/gu, '');
  const contracted = /[^aeiouyr]n['’]t$/u.test(lower) ? 1 : 0;
  const groups = plain.match(/[aeiouy]+/gu)?.length ?? 0;
  const silent = plain.length > 3 && SILENT.some((ending) => ending.test(plain)) ? 1 : 0;
  const apart = APART.filter((vowels) => vowels.test(plain)).length;
  return Math.max(1, groups - silent + apart + contracted);
}

/** The syllables of a German word: its vowels, of which double letters and diphthongs are one. */
export function countGermanSyllables(word: string): number {
  const vowels = /aa|ee|oo|ie|a[iuy]|e[iuy]|äu|oi|[aeiouyäöü]/gu;
  return Math.max(1, word.toLowerCase().match(vowels)?.length ?? 0);
}
