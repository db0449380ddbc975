import { areAlike } from './alike-terms.ts';
import { comparisonOf } from './comparison-of.ts';
import type { Comparison, Statement, Term } from './statement.ts';

/**
 * False where two comparisons by degree measure other things: `wrote more words than` and `remembered more than`. What
 * is measured stands behind the degree, else before it.
 */
export function measureAlike(
  claim: Statement,
  term: Term,
  source: Statement,
  other: Term,
): boolean {
  const [mine, theirs] = [comparisonOf(claim, term), comparisonOf(source, other)];
  if (mine === undefined || theirs === undefined) return true;
  if (!DEGREE.test(mine.by.lower) || !DEGREE.test(theirs.by.lower)) return true;
  const measured = measureOf(claim, mine);
  return (
    measured.length === 0 ||
    measured.some((each) => source.terms.some((one) => areAlike(each, one) && isNear(one, theirs)))
  );
}

const DEGREE = /^(?:more|less|fewer|better|worse|mehr|weniger|más|menos|plus|moins)$/u;

function measureOf({ terms }: Statement, { by, than }: Comparison): readonly Term[] {
  const behind = terms.filter(({ at, weight }) => at > by.at && at < than && weight >= 0.25);
  if (behind.length > 0) return behind;
  return terms
    .filter(({ at, weight }) => at < by.at && at >= by.at - 3 && weight >= 0.25)
    .slice(-1);
}

function isNear({ at }: Term, { by, than }: Comparison): boolean {
  return at >= by.at - 6 && at <= than + 6;
}
