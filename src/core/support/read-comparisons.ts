import type { Token } from './read-tokens.ts';
import type { Comparison, Term } from './statement.ts';

/** How far a side of a comparison reaches, in words of content. */
const REACH = 8;

const ORDER = new Set(
  `before after vor nach avant après antes después above below precedes preceded follows followed exceeds exceed exceeded
  outperforms outperformed`.split(/\s+/u),
);
const THAN = new Set(['than', 'als', 'que']);
const COMPARATIVE =
  /er$|^(?:more|less|worse|better|más|menos|plus|moins|mejor|peor|mayor|menor|meilleure?)$/u;

/** Where a sentence compares two sides: a comparative with `than` behind it, or `before` and its kin between. */
export function readComparisons(
  tokens: readonly Token[],
  terms: readonly Term[],
  clauses: readonly number[],
): Comparison[] {
  const comparisons: Comparison[] = [];
  for (const [index, by] of terms.entries()) {
    if (!ORDER.has(by.lower) || by.poles.size === 0) continue;
    const order = orderOf(tokens, terms, clauses, index, by);
    if (order.left.length > 0 && order.right.length > 0) comparisons.push(order);
  }
  for (const [at, token] of tokens.entries()) {
    if (!THAN.has(token.lower) || tokens[at + 1]?.kind === 'number') continue;
    const by = terms.findLast(
      (term) =>
        term.at < at && term.at >= at - 12 && term.poles.size > 0 && COMPARATIVE.test(term.lower),
    );
    if (by === undefined) continue;
    const own = clauses[by.at] ?? 0;
    const near = terms.filter((term) => term.at < at && term !== by && clauses[term.at] === own);
    const left = near.length > 0 ? near : terms.filter((term) => term.at < at && term !== by);
    const right = terms.filter((term) => term.at > at && clauses[term.at] === clauses[at]);
    if (left.length > 0 && right.length > 0)
      comparisons.push({ by, left: left.slice(-REACH), right: right.slice(0, REACH) });
  }
  return comparisons;
}

/** `B before A` and `Before A, B` tell the same. */
function orderOf(
  tokens: readonly Token[],
  terms: readonly Term[],
  clauses: readonly number[],
  index: number,
  by: Term,
): Comparison {
  const before = terms.slice(0, index);
  const after = terms.slice(index + 1);
  const comma = tokens.findIndex(({ text }, at) => at > by.at && text === ',');
  if (before.length > 0 || comma === -1)
    return { by, left: before.slice(-REACH), right: after.slice(0, REACH) };
  return {
    by,
    left: after
      .filter(({ at }) => at > comma && (clauses[at] ?? 0) <= (clauses[comma] ?? 0) + 1)
      .slice(0, REACH),
    right: after.filter(({ at }) => at < comma).slice(0, REACH),
  };
}
