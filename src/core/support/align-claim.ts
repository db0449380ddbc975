import { closeness } from './closeness.ts';
import { partKey, type PreparedPassage } from './cited-passage.ts';
import type { Quantity } from './quantity.ts';
import { isSameQuantity } from './same-quantity.ts';
import type { Statement, Term } from './statement.ts';

/** A term of a source that may stand for a term of the claim. */
interface Partner {
  passage: number;
  statement: number;
  term: Term;
  /** 1 for the same word, less for one of its root or meaning. */
  quality: number;
}

/** The sentences that a claim is best laid beside. */
export interface Alignment {
  passages: readonly PreparedPassage[];
  /** Partners of each term of the claim, in the order of its terms. */
  partners: readonly (readonly Partner[])[];
  /** Passage of the window; -1 where nothing is near. */
  passage: number;
  /** First statement of the window, and the one after the last. */
  from: number;
  to: number;
  statements: readonly Statement[];
  /** Share of the claim's weight that the window holds, 0 to 1. */
  coverage: number;
  /** How far the claim is told in the words of the window, 0 to 1. */
  closeness: number;
}

const MOST_STATEMENTS = 3;
/** A wider window has to hold this much more of the claim for each further sentence. */
const COST_OF_STATEMENT = 0.045;
const QUANTITY_WEIGHT = 1.3;

/** Finds the sentence, or up to three neighbours, that hold most of a claim. */
export function alignClaim(claim: Statement, passages: readonly PreparedPassage[]): Alignment {
  const partners = claim.terms.map((term) => findPartners(term, passages));
  const total = Math.max(
    0.001,
    claim.terms.reduce((sum, { weight }) => sum + weight, 0) +
      claim.quantities.filter(isLookedFor).length * QUANTITY_WEIGHT,
  );
  let best = { passage: -1, from: 0, to: 0, coverage: 0, score: 0 };
  for (const [passage, { statements }] of passages.entries()) {
    const held = holdings(claim, partners, passage, statements);
    for (let from = 0; from < statements.length; from++) {
      const sum = new Float64Array(claim.terms.length + claim.quantities.length);
      let coverage = 0;
      for (let to = from + 1; to <= Math.min(statements.length, from + MOST_STATEMENTS); to++) {
        for (const [index, weight] of held[to - 1] ?? []) {
          const more = weight - (sum[index] ?? 0);
          if (more <= 0) continue;
          sum[index] = weight;
          coverage += more;
        }
        const score = coverage / total - COST_OF_STATEMENT * (to - from);
        if (score > best.score) best = { passage, from, to, coverage: coverage / total, score };
      }
    }
  }
  const { passage, from, to, coverage } = best;
  const window = passages[passage]?.statements.slice(from, to) ?? [];
  return {
    passages,
    partners,
    passage,
    from,
    to,
    statements: window,
    coverage,
    closeness: closeness(claim, window),
  };
}

/** True for a quantity that a claim tells, not one that its words only hint at. */
export function isLookedFor(quantity: Quantity): boolean {
  return quantity.isWeak !== true;
}

/** For each statement, what it holds of the claim: index of a term, or of a quantity behind all terms, and weight. */
function holdings(
  claim: Statement,
  partners: readonly (readonly Partner[])[],
  passage: number,
  statements: readonly Statement[],
): [index: number, weight: number][][] {
  const held: [number, number][][] = statements.map(() => []);
  for (const [index, list] of partners.entries()) {
    const weight = claim.terms[index]?.weight ?? 0;
    for (const partner of list)
      if (partner.passage === passage)
        held[partner.statement]?.push([index, weight * partner.quality]);
  }
  for (const [index, quantity] of claim.quantities.entries()) {
    if (!isLookedFor(quantity)) continue;
    for (const [statement, { quantities }] of statements.entries())
      if (quantities.some((other) => isSameQuantity(quantity, other)))
        held[statement]?.push([claim.terms.length + index, QUANTITY_WEIGHT]);
  }
  return held;
}

function findPartners(term: Term, passages: readonly PreparedPassage[]): Partner[] {
  const found: Partner[] = [];
  const seen = new Set<Term>();
  for (const [passage, { index }] of passages.entries()) {
    // `Beitrag` of a `Monatsbeitrag`, on either side
    const own = term.keys.length + term.poles.size;
    const compounds = term.isName ? [] : [partKey(term.keys[0] ?? ''), ...term.parts];
    for (const [rank, key] of [...term.keys, ...term.poles.keys(), ...compounds].entries()) {
      for (const { term: other, statement } of index.get(key) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        found.push({
          passage,
          statement,
          term: other,
          quality: rank === 0 ? 1 : rank >= own || /^[sa]\d/u.test(key) ? 0.85 : 0.95,
        });
      }
    }
  }
  return found;
}
