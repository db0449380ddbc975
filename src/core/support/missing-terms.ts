import type { Alignment } from './align-claim.ts';
import { isInWindow } from './in-window.ts';
import { findUnit } from './lexicon/units.ts';
import type { Statement, Term } from './statement.ts';

/** What a claim tells beyond its passages, in numbers. */
export interface Missing {
  /** Terms that no cited passage has. */
  terms: readonly Term[];
  /** The heaviest run of such terms with nothing of the source between them. */
  longestRun: readonly Term[];
  runWeight: number;
  /** Weight of all missing terms, and of all terms of the claim. */
  weight: number;
  total: number;
  /** Share of the claim's terms that the window, and that any passage, has: 0 to 1. */
  inWindow: number;
  inPassages: number;
}

/** Behind these a noun or its adjective stands: what a claim invents is more often a thing than a verb. */
const BEFORE_NOUN =
  /^(?:of|in|on|for|with|by|at|from|during|the|a|an|its|their|his|her|our|your|and|or|through|along|into|under|over|near|without|between|against|about|no|any|this|these|those|most|many|some|all|because|to|than|per|for|like|as|der|die|das|den|dem|des|ein|eine|einen|einem|einer|im|am|zum|zur|de|du|des|la|le|les|un|une|el|los|las|una)$/u;

/** With these and an article a text takes up again what it has spoken of: `the scheme`, `this method`. */
const TAKEN_UP =
  /^(?:service|scheme|project|programme|program|measure|method|procedure|approach|device|product|system|process|model|version|facility|institution|organisation|organization|firm|company|team|body|group|study|authors?|researchers?|experts?|participants?|users?|customers?|owners?|visitors?|people|operator|building|site|event|animals?|plants?|vehicle|machine|effect|issue|problem|result|outcome|findings?)s?$/u;
const DEFINITE = /^(?:the|this|that|these|those|its|such)$/u;

/** How much a missing term counts: a verb may be one that no table knows for another, a thing less often. */
function gravity({ at, weight, lower, text }: Term, { tokens }: Statement): number {
  if (weight < 0.3) return weight;
  if (TAKEN_UP.test(lower) && DEFINITE.test(tokens[at - 1]?.lower ?? '')) return weight * 0.3;
  const isVerb =
    /(?:ed|ing)$/u.test(lower) ||
    /^(?:to|will|would|can|could|may|might|must|should|not|it|they|he|she|we|you|who|which|that|is|are|was|were|be|been|has|have|had|n't)$/u.test(
      tokens[at - 1]?.lower ?? '',
    );
  if (isVerb) return weight * 0.45;
  const isThing =
    BEFORE_NOUN.test(tokens[at - 1]?.lower ?? '') ||
    (at > 0 && /^\p{Lu}/u.test(text)) ||
    /(?:tion|ment|ness|ity|ance|ence|ship|ists?|ers?|s)$/u.test(lower);
  return isThing ? weight : weight * 0.75;
}

/** Terms on an axis that are stop words count for nothing here. */
const LEAST_WEIGHT = 0.2;

/** Compares the words of a claim with those of its passages. */
export function findMissing(claim: Statement, alignment: Alignment): Missing {
  let total = 0;
  let weight = 0;
  let windowWeight = 0;
  const missing: Term[] = [];
  let run: Term[] = [];
  let longestRun: Term[] = [];
  const runOf = (terms: readonly Term[]) =>
    terms.reduce((sum, term) => sum + gravity(term, claim), 0);
  for (const [index, term] of claim.terms.entries()) {
    // `none of them`: denials are compared by themselves.
    if (
      term.weight < LEAST_WEIGHT ||
      claim.negations.some(({ at, isSoft }) => !isSoft && at === term.at)
    )
      continue;
    total += term.weight;
    const partners = alignment.partners[index] ?? [];
    const near = partners.filter((partner) => isInWindow(partner, alignment));
    if (near.length > 0) windowWeight += term.weight;
    const isInHeading = alignment.passages.some(({ headingKeys }) =>
      term.keys.some((key) => headingKeys.has(key)),
    );
    const isThere =
      partners.length > 0 || isInHeading || isNamed(term, alignment) || isMeasured(term, alignment);
    if (isThere) {
      if (near.length > 0 || isInHeading) run = [];
      continue;
    }
    missing.push(term);
    weight += gravity(term, claim);
    run = [...run, term];
    if (runOf(run) > runOf(longestRun)) longestRun = run;
  }
  return {
    terms: missing,
    longestRun,
    runWeight: runOf(longestRun),
    weight,
    total,
    inWindow: total === 0 ? 1 : windowWeight / total,
    inPassages: total === 0 ? 1 : 1 - weight / total,
  };
}

/** `year after year` for `every year`: a unit that stands with a number, or as a rate, is no term of the source. */
function isMeasured({ lower }: Term, { passages }: Alignment): boolean {
  const unit = lower.length > 2 ? findUnit(lower) : undefined;
  return (
    unit !== undefined &&
    passages.some(({ statements }) =>
      statements.some(({ quantities }) =>
        quantities.some((quantity) => quantity.unit === unit || quantity.per === unit),
      ),
    )
  );
}

/** Names are checked by themselves: an abbreviation has no word in common with what it stands for. */
function isNamed(term: Term, alignment: Alignment): boolean {
  return term.isName && alignment.passages.some(({ words }) => words.has(term.lower));
}
