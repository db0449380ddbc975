import type { Finding } from './finding.ts';
import { negationFinding } from './negation-finding.ts';
import type { Pairs } from './paired-terms.ts';
import type { Statement } from './statement.ts';

/** German adjectives weigh little. */
const LEAST_DENIED = 0.4;

/** `unsafe` for `safe`. */
export function compareFirstSyllables(claim: Statement, toSource: Pairs): Finding | undefined {
  for (const term of claim.terms) {
    const others = (toSource.get(term) ?? []).filter((other) => other.keys[0] === term.keys[0]);
    const [other] = others;
    if (other === undefined || Math.min(term.weight, other.weight) < LEAST_DENIED) continue;
    if (!others.some((each) => each.isDenied !== term.isDenied)) continue;
    if (
      others.every(
        (each) =>
          each.isNegated !== term.isNegated && !each.isSoftlyNegated && !term.isSoftlyNegated,
      )
    )
      return negationFinding(`The source says ${other.text}, not ${term.text}.`);
  }
  return undefined;
}
