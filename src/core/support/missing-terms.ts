import type { Alignment } from './align-claim.ts';
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
  /** Weight of the terms of the window that the claim does not tell: room for a paraphrase. */
  leftOver: number;
}

/** Terms on an axis that are stop words count for nothing here. */
const LEAST_WEIGHT = 0.2;

/** Compares the words of a claim with those of its passages. */
export function findMissing(claim: Statement, alignment: Alignment): Missing {
  const told = new Set<Term>();
  let total = 0;
  let weight = 0;
  let windowWeight = 0;
  const missing: Term[] = [];
  let run: Term[] = [];
  let longestRun: Term[] = [];
  const runOf = (terms: readonly Term[]) => terms.reduce((sum, term) => sum + term.weight, 0);
  for (const [index, term] of claim.terms.entries()) {
    if (term.weight < LEAST_WEIGHT) continue;
    total += term.weight;
    const partners = alignment.partners[index] ?? [];
    const near = partners.filter(({ passage, statement }) => passage === alignment.passage && statement >= alignment.from && statement < alignment.to);
    for (const partner of near) told.add(partner.term);
    if (near.length > 0) windowWeight += term.weight;
    const isInHeading = alignment.passages.some(({ headingKeys }) => term.keys.some((key) => headingKeys.has(key)));
    const isThere = partners.length > 0 || isInHeading || isNamed(term, alignment);
    if (isThere) {
      if (near.length > 0 || isInHeading) run = [];
      continue;
    }
    missing.push(term);
    weight += term.weight;
    run = [...run, term];
    if (runOf(run) > runOf(longestRun)) longestRun = run;
  }
  const leftOver = alignment.statements
    .flatMap(({ terms }) => terms)
    .filter((term) => term.weight >= LEAST_WEIGHT && !told.has(term))
    .reduce((sum, term) => sum + term.weight, 0);
  return {
    terms: missing,
    longestRun,
    runWeight: runOf(longestRun),
    weight,
    total,
    inWindow: total === 0 ? 1 : windowWeight / total,
    inPassages: total === 0 ? 1 : 1 - weight / total,
    leftOver,
  };
}

/** Names are checked by themselves: an abbreviation has no word in common with what it stands for. */
function isNamed(term: Term, alignment: Alignment): boolean {
  return term.isName && alignment.passages.some(({ words }) => words.has(term.lower));
}
