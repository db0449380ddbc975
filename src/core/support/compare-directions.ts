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
const CLEARLY = 1.25;

/** Finds a word of the claim whose place in the source the opposite word has: higher for lower, before for after. */
export function compareDirections(claim: Statement, alignment: Alignment): Finding | undefined {
  for (const [index, term] of claim.terms.entries()) {
    if (term.poles.size === 0) continue;
    const counterparts = counterpartsOf(claim, term, index, alignment);
    const best = strongest(counterparts.filter(({ isSame }) => !isSame));
    const same = strongest(counterparts.filter(({ isSame }) => isSame));
    if (best === undefined || best.likeness < 0.12) continue;
    if (same !== undefined && same.likeness * CLEARLY >= best.likeness) continue;
    return {
      fault: 'direction',
      isContradiction: true,
      reason: `The source says “${best.term.text}”, the claim “${term.text}”.`,
    };
  }
  return undefined;
}

function counterpartsOf(claim: Statement, term: Term, index: number, alignment: Alignment): Counterpart[] {
  const found: Counterpart[] = [];
  for (const { passage, statement, term: other } of alignment.partners[index] ?? []) {
    if (passage !== alignment.passage || statement < alignment.from || statement >= alignment.to) continue;
    const axis = [...term.poles.keys()].find((key) => other.poles.has(key));
    const source = alignment.passages[passage]?.statements[statement];
    if (source === undefined) continue;
    if (axis === undefined) {
      // The word itself or a synonym outside the tables of opposites.
      if (other.keys[0] === term.keys[0])
        found.push({ term: other, statement: source, isSame: term.isNegated === other.isNegated, likeness: contextLikeness(claim, term.at, alignment, passage, statement, other.at) });
      continue;
    }
    const axes = [...term.poles.keys()].filter((key) => other.poles.has(key));
    // On several axes at once, one on which both agree is enough.
    const agrees = axes.some((key) => term.poles.get(key) === other.poles.get(key));
    const isFlipped = (term.isNegated !== other.isNegated) !== areSidesSwapped(claim, term, source, other);
    found.push({
      term: other,
      statement: source,
      isSame: agrees !== isFlipped,
      likeness: contextLikeness(claim, term.at, alignment, passage, statement, other.at),
    });
  }
  return found;
}

/** True when what the claim puts on the left of its comparison stands on the right of the source's. */
function areSidesSwapped(claim: Statement, term: Term, source: Statement, other: Term): boolean {
  const mine = claim.comparisons.find(({ by }) => by === term);
  const theirs = source.comparisons.find(({ by }) => by === other);
  if (mine === undefined || theirs === undefined) return false;
  const straight = shared(mine.left, mine, theirs.left, theirs) + shared(mine.right, mine, theirs.right, theirs);
  const crossed = shared(mine.left, mine, theirs.right, theirs) + shared(mine.right, mine, theirs.left, theirs);
  return crossed > straight + 0.4;
}

/** Weight of the terms that two sides share, but for those that also stand on the other side of their own. */
function shared(side: readonly Term[], own: Comparison, otherSide: readonly Term[], other: Comparison): number {
  const opposite = side === own.left ? own.right : own.left;
  const otherOpposite = otherSide === other.left ? other.right : other.left;
  let sum = 0;
  for (const term of side) {
    if (opposite.some((each) => areAlike(each, term))) continue;
    if (otherSide.some((each) => areAlike(each, term) && !otherOpposite.some((far) => areAlike(far, each)))) sum += term.weight;
  }
  return sum;
}

function areAlike(one: Term, other: Term): boolean {
  return one.keys.some((key) => other.keys.includes(key));
}

function strongest(counterparts: readonly Counterpart[]): Counterpart | undefined {
  let best: Counterpart | undefined;
  for (const counterpart of counterparts)
    if (best === undefined || counterpart.likeness > best.likeness) best = counterpart;
  return best;
}
