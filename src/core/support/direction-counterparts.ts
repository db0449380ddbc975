import type { Alignment } from './align-claim.ts';
import { compareSides } from './compared-sides.ts';
import { comparisonOf } from './comparison-of.ts';
import { contextLikeness } from './context-likeness.ts';
import { isInWindow } from './in-window.ts';
import { measureAlike } from './measure-alike.ts';
import type { Sides } from './sides.ts';
import type { Statement, Term } from './statement.ts';

/** A word of the source that lies on an axis of a word of the claim. */
export interface Counterpart {
  term: Term;
  likeness: number;
  isSame: boolean;
  /** Both words lie at one pole. */
  agrees: boolean;
  sides: Sides;
  /** Both sentences compare two sides. */
  isCompared: boolean;
}

/** The words of the window that a word of the claim may be held against. */
export function counterpartsOf(
  claim: Statement,
  term: Term,
  index: number,
  alignment: Alignment,
): Counterpart[] {
  const found: Counterpart[] = [];
  for (const partner of alignment.partners[index] ?? []) {
    if (!isInWindow(partner, alignment)) continue;
    const { passage, statement, term: other } = partner;
    const source = alignment.passages[passage]?.statements[statement];
    if (source === undefined) continue;
    const likeness = contextLikeness(claim, term.at, alignment, passage, statement, other.at);
    const axes = [...term.poles.keys()].filter((key) => other.poles.has(key));
    if (axes.length === 0) {
      // The word itself or a synonym outside the tables of opposites.
      if (other.keys[0] === term.keys[0])
        found.push({
          term: other,
          isSame: true,
          agrees: true,
          likeness,
          sides: 'unknown',
          isCompared: false,
        });
      continue;
    }
    // On several axes at once, one on which both agree is enough.
    const isTurned = isLess(claim, term) !== isLess(source, other);
    const agrees = axes.some((key) => term.poles.get(key) === other.poles.get(key)) !== isTurned;
    if (!measureAlike(claim, term, source, other)) continue;
    const sides = compareSides(claim, term, source, other);
    const isCompared =
      comparisonOf(claim, term) !== undefined && comparisonOf(source, other) !== undefined;
    // `not cheap` is `expensive`; a word that only one side denies is left to the check of denials.
    const isDeniedOnce =
      (isCompared || !agrees) &&
      term.isNegated !== other.isNegated &&
      // `little better` for `hardly better`
      !term.isSoftlyNegated &&
      !other.isSoftlyNegated;
    const isSwapped = sides === 'swapped' || (sides === 'leaning' && !agrees);
    const isFlipped = isDeniedOnce !== isSwapped;
    found.push({ term: other, isSame: agrees !== isFlipped, agrees, likeness, sides, isCompared });
  }
  return found;
}

/** `less easily` is harder. */
function isLess({ tokens }: Statement, { at }: Term): boolean {
  return /^(?:less|least|weniger|moins|menos)$/u.test(tokens[at - 1]?.lower ?? '');
}
