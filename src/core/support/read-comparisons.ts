import type { Token } from './read-tokens.ts';
import type { Comparison, Term } from './statement.ts';

/** How far a side of a comparison reaches, in words of content. */
const REACH = 8;
/** How far a side is looked for, in tokens: a sentence may be as long as a hostile page makes it. */
const FAR = 60;

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

/** Stands for the noun of the left side. */
const PRONOUN = /^(?:those|that|ones?|others?|it|they|them|his|hers|theirs|ours|mine)$/u;

const RELATIVE = /^(?:who|which|that|die|qui|que)$/u;

/** Behind these another thing is spoken of. */
const CONTRAST = /^(?:;|:|but|while|whereas|although|though|aber|während|mais|pero)$/u;

/** Where a sentence compares two sides: a comparative with `than` behind it, or `before` and its kin between. */
export function readComparisons(
  tokens: readonly Token[],
  terms: readonly Term[],
  clauses: readonly number[],
  counted: ReadonlySet<number>,
): Comparison[] {
  const comparisons: Comparison[] = [];
  for (const [index, by] of terms.entries()) {
    if (!ORDER.has(by.lower) || by.poles.size === 0) continue;
    if (/^n?ever$/u.test(tokens[by.at - 1]?.lower ?? '')) continue;
    // `after three years` tells a time, not an order.
    if (counted.has(by.at + 1)) continue;
    const order = orderOf(tokens, terms, clauses, index, by);
    if (order.left.length > 0 && order.right.length > 0) comparisons.push(order);
  }
  for (const [at, token] of tokens.entries()) {
    const by = THAN.has(token.lower)
      ? comparativeBefore(tokens, terms, at)
      : equativeBefore(tokens, terms, at);
    if (by === undefined) continue;
    let from = by.at - 1;
    while (from > by.at - FAR && from >= 0 && !CONTRAST.test(tokens[from]?.lower ?? '')) from--;
    const left = termsBetween(terms, from + 1, at).filter((term) => term !== by);
    // `than those who stayed`
    const clause = clauses[RELATIVE.test(tokens[at + 2]?.lower ?? '') ? at + 2 : at];
    const right = termsBetween(terms, at + 1, at + FAR)
      .filter((term) => clauses[term.at] === clause)
      .slice(0, REACH);
    // A pronoun or number may be all of a side: `dearer than those without`, `more than in 2022`.
    const isAlone =
      PRONOUN.test(tokens[at + 1]?.lower ?? '') ||
      tokens.slice(at + 1, at + 4).some(({ kind }) => kind === 'number');
    if (right.length > 0 || (isAlone && left.length > 0))
      comparisons.push({ by, than: at, left: left.slice(-REACH), right });
  }
  return comparisons;
}

/** The terms from one token up to, but not with, another. */
function termsBetween(terms: readonly Term[], from: number, to: number): readonly Term[] {
  return terms.slice(firstFrom(terms, from), firstFrom(terms, to));
}

/** Index of the first term at or behind a token, by halving. */
function firstFrom(terms: readonly Term[], token: number): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle]?.at ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `cheaper` of `cheaper than`; behind `than` no number stands. */
function comparativeBefore(
  tokens: readonly Token[],
  terms: readonly Term[],
  at: number,
): Term | undefined {
  if (tokens[at + 1]?.kind === 'number') return undefined;
  const near = termsBetween(terms, at - 12, at);
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
  let opener = at - 1;
  while (opener >= at - 4 && !/^(?:as|so)$/u.test(tokens[opener]?.lower ?? '')) opener--;
  if (opener < at - 4) return undefined;
  return termsBetween(terms, opener + 1, at).find(
    ({ poles, isNegated }) => poles.size > 0 && isNegated,
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
  const before = terms.slice(Math.max(0, index - REACH), index);
  const after = terms.slice(index + 1, index + 1 + FAR);
  const rest = tokens.slice(by.at + 1, by.at + FAR).findIndex(({ text }) => text === ',');
  const comma = by.at + 1 + rest;
  if (before.length > 0 || rest === -1)
    return { by, than: by.at, left: before, right: after.slice(0, REACH) };
  return {
    by,
    than: comma,
    left: after
      .filter(({ at }) => at > comma && (clauses[at] ?? 0) <= (clauses[comma] ?? 0) + 1)
      .slice(0, REACH),
    right: after.filter(({ at }) => at < comma).slice(0, REACH),
  };
}
