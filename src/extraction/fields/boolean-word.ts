const YES = new Set('true yes y ja j oui o sí si s x ✓ ✔ ☑ ☒ 1 vrai wahr verdadero on'.split(' '));
const NO = new Set('false no n nein non - ✗ ✘ ☐ 0 faux falsch falso off'.split(' '));

/** What a word of a form says: yes or no in English, German, French or Spanish, or a tick; undefined for other words. */
export function booleanOf(text: string): boolean | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[.,;!]+$/u, '');
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}
