import { topicTokens } from './topic-words.ts';
import { placeKey } from './support/lexicon/demonyms.ts';
import { type TermKeys, termKeys } from './support/term-keys.ts';

/** How the words of two keywords stand to each other once those are set aside that both have. */
export type KeywordComparison =
  /** Nothing is left: the words are the same, or stand for each other. */
  | { kind: 'same'; areEqual: boolean }
  /** One says more than the other: whether that is telling, only the whole can tell. */
  | { kind: 'addition' }
  /** Each has words that the other lacks; these have to mean the same. */
  | { kind: 'change'; left: string; right: string }
  /** What they differ in is known to be another thing. */
  | { kind: 'different' };

/** Words that every page about a subject may have in its title. */
const GENERIC = new Set(
  `best top good great guide guides tip tips advice idea ideas way ways tutorial basics fundamentals introduction intro
  overview explained info information list lists complete ultimate easy simple quick get getting make making do doing`.split(
    /\s+/u,
  ),
);
/** `fee free` is `no fee`, and `free courses` are not all courses. */
const DENYING = new Set(['no', 'not', 'nor', 'without', 'never', 'free']);

/** The words of an English keyword that tell what it asks for, in their order. */
export function keywordPhrase(keyword: string): string {
  const words = topicTokens(keyword, 'en');
  const telling = words.filter((word) => !GENERIC.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

/** Words of a rest that may put another into other words instead of naming something else. */
const LEAST_PARAPHRASE = 3;

/** Compares two phrases of `keywordPhrase` word by word, with the tables of synonyms and opposites. */
export function comparePhrases(left: string, right: string): KeywordComparison {
  // Where both deny something, how they do it tells nothing.
  const [first, second] = [termsOf(left), termsOf(right)];
  const areEqual = setAside(first, second, (one, other) => one.keys[0] === other.keys[0]);
  setAside(first, second, (one, other) => one.keys.some((key) => other.keys.includes(key)));
  const [leftRest, rightRest] = [restOf(first), restOf(second)];
  if (isDenying(left) !== isDenying(right) || areOpposed(leftRest, rightRest))
    return { kind: 'different' };
  if (leftRest.length === 0 && rightRest.length === 0) return { kind: 'same', areEqual };
  if (leftRest.length === 0 || rightRest.length === 0) return { kind: 'addition' };
  // A name for a name, and no synonym: another of its kind (Berlin for Munich, air conditioner for heat pump), which
  // vectors do not tell from the same.
  if (Math.max(leftRest.length, rightRest.length) < LEAST_PARAPHRASE) return { kind: 'different' };
  return { kind: 'change', left: phraseOf(leftRest), right: phraseOf(rightRest) };
}

interface Term {
  word: string;
  keys: TermKeys;
  isShared: boolean;
}

function termsOf(phrase: string): Term[] {
  return phrase
    .split(' ')
    .filter((word) => word !== '' && !DENYING.has(word))
    .map((word) => ({ word, keys: termKeys(word, 'en'), isShared: false }));
}

/** Marks words that both have, each once; true when that leaves none. */
function setAside(
  left: readonly Term[],
  right: readonly Term[],
  areSame: (one: TermKeys, other: TermKeys) => boolean,
): boolean {
  for (const one of restOf(left)) {
    const other = restOf(right).find(
      ({ keys }) => keys.isDenied === one.keys.isDenied && areSame(one.keys, keys),
    );
    if (other === undefined) continue;
    one.isShared = true;
    other.isShared = true;
  }
  return restOf(left).length === 0 && restOf(right).length === 0;
}

function restOf(terms: readonly Term[]): Term[] {
  return terms.filter(({ isShared }) => !isShared);
}

function phraseOf(terms: readonly Term[]): string {
  return terms.map(({ word }) => word).join(' ');
}

/** Opposite words, other numbers or other countries. */
function areOpposed(left: readonly Term[], right: readonly Term[]): boolean {
  const differIn = (facts: (term: Term) => string | undefined): boolean =>
    left.some((term) => facts(term) !== undefined) &&
    right.some((term) => facts(term) !== undefined);
  return (
    left.some((one) => right.some((other) => areAtOtherPoles(one.keys, other.keys))) ||
    differIn(({ word }) => /\d/u.exec(word)?.[0]) ||
    differIn(({ word }) => placeKey(word))
  );
}

function areAtOtherPoles(one: TermKeys, other: TermKeys): boolean {
  return [...one.poles].some(([axis, pole]) => (other.poles.get(axis) ?? pole) !== pole);
}

function isDenying(phrase: string): boolean {
  return phrase.split(' ').some((word) => DENYING.has(word));
}
