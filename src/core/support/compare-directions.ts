import type { Alignment } from './align-claim.ts';
import type { Finding } from './compare-quantities.ts';
import { contextLikeness } from './context-likeness.ts';
import type { Comparison, Statement, Term } from './statement.ts';

interface Counterpart {
  term: Term;
  statement: Statement;
  likeness: number;
  isSame: boolean;
}

/** How much more like its surroundings an opposite word has to be than a word that agrees. */
const CLEARLY = 1.7;

/** Finds a word of the claim whose place in the source the opposite word has: higher for lower, before for after. */
export function compareDirections(claim: Statement, alignment: Alignment): Finding | undefined {
  for (const [index, term] of claim.terms.entries()) {
    const lessened = compareDegrees(claim, term, index, alignment);
    if (lessened !== undefined) return lessened;
    if (term.poles.size === 0) continue;
    const counterparts = counterpartsOf(claim, term, index, alignment);
    const same = strongest(counterparts.filter(({ isSame }) => isSame));
    const best = strongest(
      counterparts.filter(
        ({ isSame, term: other }) =>
          !isSame && (same !== undefined || !isToldElsewhere(claim, term, other)),
      ),
    );
    if (best === undefined || best.likeness < 0.12) continue;
    if (same !== undefined && same.likeness * CLEARLY + 0.2 >= best.likeness) continue;
    return {
      fault: 'direction',
      isContradiction: true,
      reason: `The source says “${best.term.text}”, the claim “${term.text}”.`,
    };
  }
  return undefined;
}

/** `less sour` against `sourer` or `more sour`. */
function compareDegrees(
  claim: Statement,
  term: Term,
  index: number,
  alignment: Alignment,
): Finding | undefined {
  const mine = degreeOf(claim, term);
  if (mine === 0 || term.weight < 0.25) return undefined;
  const near = (alignment.partners[index] ?? []).filter(
    ({ passage, statement, quality }) =>
      quality > 0.9 &&
      passage === alignment.passage &&
      statement >= alignment.from &&
      statement < alignment.to,
  );
  for (const { statement, term: other } of near) {
    const source = alignment.passages[alignment.passage]?.statements[statement];
    if (source === undefined) continue;
    const theirs = degreeOf(source, other);
    if (theirs === 0) continue;
    const isFlipped =
      (term.isNegated !== other.isNegated) !== areSidesSwapped(claim, term, source, other);
    if ((mine === theirs) !== isFlipped) return undefined;
    return {
      fault: 'direction',
      isContradiction: true,
      reason: `The source says “${phrase(source, other)}”, the claim “${phrase(claim, term)}”.`,
    };
  }
  return undefined;
}

/** -1 for `less sour`, 1 for `more sour` and `sourer`. */
function degreeOf({ tokens }: Statement, { at, lower }: Term): number {
  const before = tokens[at - 1]?.lower ?? '';
  if (/^(?:less|least|weniger|moins|menos)$/u.test(before)) return -1;
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

function counterpartsOf(
  claim: Statement,
  term: Term,
  index: number,
  alignment: Alignment,
): Counterpart[] {
  const found: Counterpart[] = [];
  for (const { passage, statement, term: other } of alignment.partners[index] ?? []) {
    if (passage !== alignment.passage || statement < alignment.from || statement >= alignment.to)
      continue;
    const axis = [...term.poles.keys()].find((key) => other.poles.has(key));
    const source = alignment.passages[passage]?.statements[statement];
    if (source === undefined) continue;
    if (axis === undefined) {
      // The word itself or a synonym outside the tables of opposites.
      if (other.keys[0] === term.keys[0])
        found.push({
          term: other,
          statement: source,
          isSame: true,
          likeness: contextLikeness(claim, term.at, alignment, passage, statement, other.at),
        });
      continue;
    }
    const axes = [...term.poles.keys()].filter((key) => other.poles.has(key));
    // On several axes at once, one on which both agree is enough.
    const agrees = axes.some((key) => term.poles.get(key) === other.poles.get(key));
    // `not cheap` is `expensive`; a word that only one side denies is left to the check of denials.
    const isDeniedOnce = !agrees && term.isNegated !== other.isNegated;
    const isFlipped = isDeniedOnce !== areSidesSwapped(claim, term, source, other);
    found.push({
      term: other,
      statement: source,
      isSame: agrees !== isFlipped,
      likeness: contextLikeness(claim, term.at, alignment, passage, statement, other.at),
    });
  }
  return found;
}

/** True when another word of the claim is the counterpart of the source's word. */
function isToldElsewhere(claim: Statement, term: Term, other: Term): boolean {
  return claim.terms.some(
    (each) => each !== term && each.keys[0] === other.keys[0] && each.isNegated === other.isNegated,
  );
}

/** True when what the claim puts on the left of its comparison stands on the right of the source's. */
function areSidesSwapped(claim: Statement, term: Term, source: Statement, other: Term): boolean {
  const mine = claim.comparisons.find(({ by }) => by === term || by.at === term.at - 1);
  const theirs = source.comparisons.find(({ by }) => by === other || by.at === other.at - 1);
  if (mine === undefined || theirs === undefined) return false;
  const straight =
    shared(mine.left, mine, theirs.left, theirs) + shared(mine.right, mine, theirs.right, theirs);
  const crossed =
    shared(mine.left, mine, theirs.right, theirs) + shared(mine.right, mine, theirs.left, theirs);
  return crossed > straight + 0.4;
}

/** Weight of the terms that two sides share, but for those that also stand on the other side of their own. */
function shared(
  side: readonly Term[],
  own: Comparison,
  otherSide: readonly Term[],
  other: Comparison,
): number {
  const opposite = side === own.left ? own.right : own.left;
  const otherOpposite = otherSide === other.left ? other.right : other.left;
  let sum = 0;
  for (const term of side) {
    if (opposite.some((each) => areAlike(each, term))) continue;
    if (
      otherSide.some(
        (each) => areAlike(each, term) && !otherOpposite.some((far) => areAlike(far, each)),
      )
    )
      sum += term.weight;
  }
  return sum;
}

function areAlike(one: Term, other: Term): boolean {
  if (one.keys.some((key) => other.keys.includes(key))) return true;
  for (const [axis, pole] of one.poles) if (other.poles.get(axis) === pole) return true;
  return false;
}

function strongest(counterparts: readonly Counterpart[]): Counterpart | undefined {
  let best: Counterpart | undefined;
  for (const counterpart of counterparts)
    if (best === undefined || counterpart.likeness > best.likeness) best = counterpart;
  return best;
}
