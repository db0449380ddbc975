import type { Token } from './read-tokens.ts';
import type { Comparison, Term } from './statement.ts';

/** How far a side of a comparison reaches, in words of content. */
const REACH = 8;

const ORDER = new Set(
  `before after vor nach avant après antes después above below precedes preceded follows followed exceeds exceed exceeded
  outperforms outperformed overtake overtakes overtook surpass surpasses surpassed outnumber outnumbers outnumbered`.split(
    /\s+/u,
  ),
);
const THAN = new Set(['than', 'als', 'que']);
const COMPARATIVE =
  /er$|^(?:more|less|worse|better|más|menos|plus|moins|mejor|peor|mayor|menor|meilleure?)$/u;

const DEGREE = /^(?:more|less|fewer|higher|lower|better|worse)$/u;

/** Behind these another thing is spoken of. */
const CONTRAST = /^(?:;|:|but|while|whereas|although|though|aber|während|mais|pero)$/u;

/** Where a sentence compares two sides: a comparative with `than` behind it, or `before` and its kin between. */
export function readComparisons(
  tokens: readonly Token[],
  terms: readonly Term[],
  clauses: readonly number[],
): Comparison[] {
  const comparisons: Comparison[] = [];
  for (const [index, by] of terms.entries()) {
    if (!ORDER.has(by.lower) || by.poles.size === 0) continue;
    if (/^n?ever$/u.test(tokens[by.at - 1]?.lower ?? '')) continue;
    const order = orderOf(tokens, terms, clauses, index, by);
    if (order.left.length > 0 && order.right.length > 0) comparisons.push(order);
  }
  for (const [at, token] of tokens.entries()) {
    const by = THAN.has(token.lower)
      ? comparativeBefore(tokens, terms, at)
      : equativeBefore(tokens, terms, at);
    if (by === undefined) continue;
    const from = tokens.findLastIndex(({ lower }, index) => index < by.at && CONTRAST.test(lower));
    const left = terms.filter((term) => term.at > from && term.at < at && term !== by);
    const right = terms.filter((term) => term.at > at && clauses[term.at] === clauses[at]);
    if (left.length > 0 && right.length > 0)
      comparisons.push({ by, than: at, left: left.slice(-REACH), right: right.slice(0, REACH) });
  }
  return comparisons;
}

/** `cheaper` of `cheaper than`; behind `than` no number stands. */
function comparativeBefore(
  tokens: readonly Token[],
  terms: readonly Term[],
  at: number,
): Term | undefined {
  if (tokens[at + 1]?.kind === 'number') return undefined;
  const near = terms.filter((term) => term.at < at && term.at >= at - 12);
  const isOther = ({ lower, isName }: Term) => lower.length > 4 && lower.endsWith('er') && !isName;
  return (
    near.findLast(({ lower, poles }) => poles.size > 0 && DEGREE.test(lower)) ??
    near.findLast((term) => term.at === at - 1 && isOther(term)) ??
    near.findLast(({ poles, lower }) => poles.size > 0 && COMPARATIVE.test(lower)) ??
    near.findLast(isOther)
  );
}

/** `long` of `not as long as`; without the denial it tells no difference. */
function equativeBefore(
  tokens: readonly Token[],
  terms: readonly Term[],
  at: number,
): Term | undefined {
  if (tokens[at]?.lower !== 'as') return undefined;
  const opener = tokens.findLastIndex(
    ({ lower }, index) => index < at && index >= at - 4 && /^(?:as|so)$/u.test(lower),
  );
  if (opener === -1) return undefined;
  return terms.find(
    (term) => term.at > opener && term.at < at && term.poles.size > 0 && term.isNegated,
  );
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
    return { by, than: by.at, left: before.slice(-REACH), right: after.slice(0, REACH) };
  return {
    by,
    than: comma,
    left: after
      .filter(({ at }) => at > comma && (clauses[at] ?? 0) <= (clauses[comma] ?? 0) + 1)
      .slice(0, REACH),
    right: after.filter(({ at }) => at < comma).slice(0, REACH),
  };
}
