import type { Alignment } from './align-claim.ts';
import { compareSides } from './compared-sides.ts';
import { isInWindow } from './in-window.ts';
import { isSameQuantity } from './same-quantity.ts';
import type { Statement, Term } from './statement.ts';

/** How far from a degree what it is of may stand, in tokens. */
const NEAR = 7;
/** In a claim that shares less with the source's words, a degree may be that of another thing. */
const FREE = 0.45;

/**
 * The words of the source whose degree the claim turns round: `less sour` against `sourer` or `more sour`. `kept` where
 * both have a degree and it is not turned, undefined where there is nothing to compare.
 */
export function turnedDegree(
  claim: Statement,
  term: Term,
  index: number,
  alignment: Alignment,
): { source: string; claim: string } | 'kept' | undefined {
  const mine = degreeOf(claim, term);
  if (mine === 0 || term.weight < 0.1) return undefined;
  for (const partner of alignment.partners[index] ?? []) {
    const { passage, statement, quality, term: other } = partner;
    if (quality <= 0.9 || !isInWindow(partner, alignment)) continue;
    const source = alignment.passages[passage]?.statements[statement];
    if (source === undefined) continue;
    const theirs = degreeOf(source, other);
    if (theirs === 0 || !isSameMatter(claim, term, source, other)) continue;
    const sides = compareSides(claim, term, source, other);
    const isSwapped = sides === 'swapped' || (sides === 'leaning' && mine !== theirs);
    // `little better` is `hardly better`.
    const isDeniedOnce =
      term.isNegated !== other.isNegated && !term.isSoftlyNegated && !other.isSoftlyNegated;
    const isFlipped = isDeniedOnce !== isSwapped;
    if ((mine === theirs) !== isFlipped) return 'kept';
    if (isToldElsewhere(claim, term, other, alignment)) return undefined;
    if (alignment.closeness < FREE && isCountedElsewhere(claim, source, alignment))
      return undefined;
    return { source: phrase(source, other), claim: phrase(claim, term) };
  }
  return undefined;
}

/** `slept through more often` is no match for `woke less often`: something next to the two has to be the same. */
function isSameMatter(claim: Statement, term: Term, source: Statement, other: Term): boolean {
  const near = (statement: Statement, { at, clause }: Term) =>
    statement.terms.filter(
      (each) =>
        each.at !== at &&
        Math.abs(each.at - at) <= NEAR &&
        each.clause === clause &&
        each.weight >= 0.25,
    );
  const mine = near(claim, term);
  const theirs = near(source, other);
  return (
    mine.length === 0 ||
    theirs.length === 0 ||
    mine.some(({ keys }) => theirs.some((each) => each.keys.some((key) => keys.includes(key))))
  );
}

/**
 * `used more water` beside `used less water, whereas in the neighbouring county consumption rose`: in a claim put freely, the
 * degree may be that of another clause of the source, whose words lie at the claim's pole.
 */
function isToldElsewhere(
  { terms }: Statement,
  { at }: Term,
  other: Term,
  { statements, closeness }: Alignment,
): boolean {
  if (closeness >= FREE) return false;
  const degree = terms.find((term) => term.at === at - 1 || term.at === at);
  const poles = degree?.poles ?? new Map<string, 1 | -1>();
  return statements.some((statement) =>
    statement.terms.some(
      (term) =>
        (term.clause !== other.clause || !statement.terms.includes(other)) &&
        [...term.poles].some(([axis, pole]) => poles.get(axis) === pole),
    ),
  );
}

/** True where the numbers of a claim stand in other sentences of the window, and none of them here. */
function isCountedElsewhere(
  { quantities }: Statement,
  source: Statement,
  { statements }: Alignment,
): boolean {
  const isIn = (statement: Statement) =>
    quantities.some(
      (mine) =>
        mine.isWeak !== true && statement.quantities.some((other) => isSameQuantity(mine, other)),
    );
  return !isIn(source) && statements.some(isIn);
}

/** -1 for `less sour`, 1 for `more sour` and `sourer`. */
function degreeOf({ tokens }: Statement, { at, lower }: Term): number {
  const before = tokens[at - 1]?.lower ?? '';
  if (/^(?:less|least|fewer|fewest|weniger|moins|menos)$/u.test(before)) return -1;
  if (/^(?:more|most|mehr|plus|más)$/u.test(before)) return 1;
  return /(?:er|est)$/u.test(lower) &&
    lower.length > 4 &&
    tokens.slice(at, at + 8).some((token) => token.lower === 'than')
    ? 1
    : 0;
}

function phrase({ tokens, text }: Statement, { at }: Term): string {
  const isAlone = /(?:er|est)$/u.test(tokens[at]?.lower ?? '');
  return text.slice(tokens[isAlone ? at : at - 1]?.start, tokens[at]?.end);
}
