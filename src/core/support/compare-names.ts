import type { Alignment } from './align-claim.ts';
import type { Finding } from './finding.ts';
import { placeKey } from './lexicon/demonyms.ts';
import type { Name, Statement } from './statement.ts';
import type { PreparedPassage } from './cited-passage.ts';

/** Checks that every name of a claim stands in its passages, and that no other stands in its place. */
export function compareNames(
  claim: Statement,
  alignment: Alignment,
  language: string,
): Finding | undefined {
  for (const name of claim.names) {
    const missing = name.words.filter(
      (word) => !alignment.passages.some((passage) => holds(passage, word, language)),
    );
    if (
      missing.length > 0 &&
      !isAbbreviated(name, alignment) &&
      !(language === 'de' && isAdjective(name, missing, alignment))
    )
      return missingName(name, claim, alignment);
  }
  return undefined;
}

function missingName(name: Name, claim: Statement, alignment: Alignment): Finding {
  const told = new Set(claim.names.flatMap(({ words }) => words));
  const rival = alignment.statements
    .flatMap(({ names }) => names)
    .find(
      ({ words }) =>
        words.every((word) => !told.has(word)) || words.some((word) => name.words.includes(word)),
    );
  return rival === undefined
    ? { fault: 'name', isContradiction: false, reason: `No cited passage names ${name.text}.` }
    : {
        fault: 'name',
        isContradiction: true,
        reason: `The source names ${rival.text}, not ${name.text}.`,
      };
}

function holds({ words }: PreparedPassage, word: string, language: string): boolean {
  if (
    words.has(word) ||
    words.has(`${word}s`) ||
    (word.endsWith('s') && words.has(word.slice(0, -1)))
  )
    return true;
  const bare = word.replaceAll('.', '');
  if (bare !== word && words.has(bare)) return true;
  const key = placeKey(word) ?? placeKey(bare);
  if (key !== undefined) for (const other of words) if (placeKey(other) === key) return true;
  // German nouns are inflected beside a name: `dem Konkurrenten Mundial`.
  if (language === 'de' && word.length >= 6)
    for (const other of words)
      if (
        other.slice(0, -2) === word ||
        other === word.slice(0, -2) ||
        (other.length > word.length && other.startsWith(word) && other.length <= word.length + 2)
      )
        return true;
  return false;
}

/** `Frische Milch` at the beginning of a German sentence, where `Milch` stands in no name of the source. */
function isAdjective(
  { words, terms }: Name,
  missing: readonly string[],
  { passages }: Alignment,
): boolean {
  const [first, ...rest] = words;
  return (
    terms[0]?.at === 0 &&
    missing.length === 1 &&
    missing[0] === first &&
    rest.length > 0 &&
    !passages.some(({ statements }) =>
      statements.some(({ names }) => names.some((name) => name.words.includes(rest[0] ?? ''))),
    )
  );
}

/** `WHO` for World Health Organization, and the other way round. */
function isAbbreviated(name: Name, alignment: Alignment): boolean {
  const initials = (words: readonly string[]) => words.map((word) => word[0] ?? '').join('');
  const bare = name.words.join('').replaceAll('.', '');
  for (const { statements, words } of alignment.passages) {
    if (name.words.length >= 2 && words.has(initials(name.words))) return true;
    if (name.words.length !== 1 || !/^\p{Lu}{2,}$/u.test(name.text.replaceAll('.', ''))) continue;
    if (
      statements.some(({ names }) =>
        names.some((other) => other.words.length >= 2 && initials(other.words) === bare),
      )
    )
      return true;
  }
  return false;
}
