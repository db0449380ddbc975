import { areAlike } from '../support/alike-terms.ts';
import { isOpposite } from '../support/paired-terms.ts';
import type { Statement, Term } from '../support/statement.ts';

/** What two sentences have in common, and what only one of them has. */
export interface SharedSubject {
  /** Terms of the left one that the right one has too. */
  shared: readonly Term[];
  /** Their weight, each counted once. */
  weight: number;
  /** Terms that only one has. */
  onlyLeft: readonly Term[];
  onlyRight: readonly Term[];
  /** True where one has the opposite of a word of the other. */
  isTurned: boolean;
}

/** Words that say less tell nothing of the subject. */
const LEAST_WEIGHT = 0.2;

/**
 * How far two sentences speak of the same: their terms laid side by side, by stem or meaning. Opposite words (`rose` and
 * `fell`) count as neither shared nor left over: whether they contradict each other is decided elsewhere.
 */
export function shareSubject(left: Statement, right: Statement): SharedSubject {
  const mine = telling(left);
  const theirs = telling(right);
  const has = (terms: readonly Term[], term: Term) => terms.some((each) => areAlike(each, term));
  const turns = (terms: readonly Term[], term: Term) =>
    terms.some((each) => isOpposite(each, term) && !has(terms, term));
  const shared = unique(mine.filter((term) => has(theirs, term)));
  return {
    shared,
    weight: shared.reduce((sum, { weight }) => sum + weight, 0),
    onlyLeft: mine.filter((term) => !has(theirs, term) && !turns(theirs, term)),
    onlyRight: theirs.filter((term) => !has(mine, term) && !turns(mine, term)),
    isTurned: mine.some((term) => !has(theirs, term) && turns(theirs, term)),
  };
}

/** What the terms weigh together. */
export function weightOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}

/** Without the words that deny: `never` is no part of a subject. */
function telling({ terms, negations }: Statement): Term[] {
  const denying = new Set(negations.map(({ at }) => at));
  return terms.filter(({ weight, at }) => weight >= LEAST_WEIGHT && !denying.has(at));
}

function unique(terms: readonly Term[]): Term[] {
  return terms.filter((term, index) =>
    terms.slice(0, index).every((other) => other.keys[0] !== term.keys[0]),
  );
}
