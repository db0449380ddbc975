import type { Quantity } from './quantity.ts';
import type { Token } from './read-tokens.ts';
import type { TermKeys } from './term-keys.ts';

/** A word of a statement that has a meaning of its own. */
export interface Term extends TermKeys {
  text: string;
  lower: string;
  /** How much it counts when words are compared: 1 for an ordinary word of content. */
  weight: number;
  /** Index of its token. */
  at: number;
  clause: number;
  /** Denied by a word before it, or by its own first syllable. */
  isNegated: boolean;
  isSoftlyNegated: boolean;
  /** Part of a name, by its capital or its digits. */
  isName: boolean;
}

/** A word that denies, with the terms that it denies, the nearest first. */
export interface Negation {
  at: number;
  isSoft: boolean;
  scope: readonly Term[];
}

/** Two sides that a word compares: `A is cheaper than B`, `A before B`. */
export interface Comparison {
  /** Terms on the axis, such as `cheaper`. */
  by: Term;
  /** Token that parts the sides: `than`, `before`. */
  than: number;
  left: readonly Term[];
  right: readonly Term[];
}

/** A name as it stands: its words, lower case. */
export interface Name {
  text: string;
  words: readonly string[];
  terms: readonly Term[];
}

/** What the check knows of one sentence. */
export interface Statement {
  text: string;
  /** Where it begins in the passage that it is of. */
  start: number;
  tokens: readonly Token[];
  terms: readonly Term[];
  quantities: readonly Quantity[];
  names: readonly Name[];
  negations: readonly Negation[];
  comparisons: readonly Comparison[];
  /** Clause of each token. */
  clauses: readonly number[];
}
