import type { Alignment } from './align-claim.ts';
import type { Finding } from './compare-quantities.ts';
import type { Statement, Term } from './statement.ts';

/** Stop words on an axis (`more`, `before`) tell nothing of what is denied. */
const LEAST_WEIGHT = 0.2;

/** Finds a denial that only one of claim and source has, of words that both have. */
export function compareNegations(claim: Statement, alignment: Alignment): Finding | undefined {
  const pairs = pairTerms(claim, alignment);
  return addedDenial(claim, pairs, alignment) ?? droppedDenial(claim, pairs, alignment);
}

/** Terms of the claim with their counterparts in the window. */
function pairTerms(claim: Statement, alignment: Alignment): Map<Term, Term[]> {
  return new Map(
    claim.terms.map((term, index) => [
      term,
      (alignment.partners[index] ?? [])
        .filter(({ passage, statement }) => passage === alignment.passage && statement >= alignment.from && statement < alignment.to)
        .map((partner) => partner.term),
    ]),
  );
}

function addedDenial(claim: Statement, pairs: Map<Term, Term[]>, alignment: Alignment): Finding | undefined {
  for (const { isSoft, scope, at } of claim.negations) {
    if (isSoft) continue;
    const denied = scope.filter(({ weight }) => weight >= LEAST_WEIGHT).slice(0, 3);
    const paired = denied.filter((term) => (pairs.get(term) ?? []).length > 0);
    if (paired.length === 0) {
      // Nothing that it denies is there: where the sentences deny nothing at all, the denial is its own.
      continue;
    }
    const agrees = paired.some((term) =>
      (pairs.get(term) ?? []).some((other) => other.isNegated || other.isSoftlyNegated || isOpposite(term, other)),
    );
    if (!agrees && !deniesAnything(alignment)) return finding(`The source does not deny it: “${claim.tokens[at]?.text ?? ''}” is only in the claim.`);
    if (!agrees && paired.length === denied.length) return finding(`The source does not deny it: “${claim.tokens[at]?.text ?? ''}” is only in the claim.`);
  }
  for (const term of claim.terms) {
    if (!term.isDenied || claim.negations.some(({ scope }) => scope.includes(term))) continue;
    const others = pairs.get(term) ?? [];
    if (others.length > 0 && others.every((other) => other.keys[0] === term.keys[0] && !other.isNegated && !other.isSoftlyNegated && !other.isDenied))
      return finding(`The source says ${others[0]?.text ?? ''}, not ${term.text}.`);
  }
  return undefined;
}

function droppedDenial(claim: Statement, pairs: Map<Term, Term[]>, alignment: Alignment): Finding | undefined {
  const claimOf = new Map<Term, Term[]>();
  for (const [term, others] of pairs)
    for (const other of others) claimOf.set(other, [...(claimOf.get(other) ?? []), term]);
  for (const statement of alignment.statements) {
    for (const { isSoft, scope } of statement.negations) {
      if (isSoft) continue;
      const denied = scope.filter(({ weight }) => weight >= LEAST_WEIGHT).slice(0, 3);
      const paired = denied.filter((term) => claimOf.has(term));
      // The claim has to speak of what is denied, not only of a word near it.
      if (paired.length === 0 || paired.length < Math.min(2, denied.length)) continue;
      const agrees = paired.some((term) =>
        (claimOf.get(term) ?? []).some((own) => own.isNegated || own.isSoftlyNegated || isOpposite(own, term)),
      );
      if (!agrees) return finding(`The source denies it: “${clip(statement.text)}”`);
    }
    for (const term of statement.terms) {
      if (!term.isDenied || !claimOf.has(term) || statement.negations.some(({ scope }) => scope.includes(term))) continue;
      const own = claimOf.get(term) ?? [];
      if (own.every((each) => each.keys[0] === term.keys[0] && !each.isNegated && !each.isSoftlyNegated && !each.isDenied))
        return finding(`The source says ${term.text}, not ${own[0]?.text ?? ''}.`);
    }
  }
  return undefined;
}

/** `cheap` against `expensive`. */
function isOpposite(one: Term, other: Term): boolean {
  for (const [axis, pole] of one.poles) if (other.poles.get(axis) === -pole) return true;
  return false;
}

function deniesAnything({ statements }: Alignment): boolean {
  return statements.some(({ negations }) => negations.length > 0);
}

function clip(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 157)}…`;
}

function finding(reason: string): Finding {
  return { fault: 'negation', isContradiction: true, reason };
}
