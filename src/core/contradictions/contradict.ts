import type { Contradiction } from '../dossier.ts';
import { alignClaim, type Alignment } from '../support/align-claim.ts';
import { preparePassage } from '../support/cited-passage.ts';
import { compareDirections } from '../support/compare-directions.ts';
import { compareNegations } from '../support/compare-negations.ts';
import { baseLanguage } from '../support/base-language.ts';
import { readClaim } from '../support/read-claim.ts';
import type { Statement } from '../support/statement.ts';
import { areOfOneTime, differingDates, tellOfOneEvent } from './differing-dates.ts';
import { areApart, pairFigures } from './differing-figures.ts';
import { figureWithBound } from './figure-with-bound.ts';
import { conditionsOf, isCategorical } from './is-categorical.ts';
import { shareSubject, weightOf, type SharedSubject } from './shared-subject.ts';

/** How two sentences contradict each other. */
export interface FoundContradiction {
  kind: Contradiction['kind'];
  /** The words that both have, in the order of the left one. */
  about: string;
  /** What each says: its figure or date; the whole sentence for the other kinds. */
  left: string;
  right: string;
}

/** Two sentences with less in common speak of different things. */
const LEAST_SHARED = 1.7;
/** Words of the sentence that has fewer of its own: more than a filler makes it another subject. */
const MOST_OWN = 0.3;
/** Words of the other sentence, as a share of what both have. */
const MOST_MORE = 0.5;
/** Denials and directions turn on single words: both sentences have to be alike. */
const MOST_MORE_TURNED = 0.3;

/**
 * Whether two sentences of different sources cannot both be true: of the same subject, with other figures, other dates
 * of one event, a denial that only one has, or opposite directions. Strict, because a contradiction that is none is worse
 * than one that is missed: hedges, conditions, other times, ranges that overlap and units that cannot be compared all
 * speak against it. `language` is a BCP 47 tag. Never throws.
 */
export function contradict(
  left: string,
  right: string,
  language: string,
): FoundContradiction | undefined {
  const base = baseLanguage(language);
  const [mine, theirs] = [readClaim(left, base), readClaim(right, base)];
  if (!isCategorical(mine) || !isCategorical(theirs)) return undefined;
  if (conditionsOf(mine).join(' ') !== conditionsOf(theirs).join(' ')) return undefined;
  const subject = shareSubject(mine, theirs);
  if (!isOneSubject(subject)) return undefined;
  const found = compare(mine, theirs, subject, language);
  return found && { ...found, about: subject.shared.map(({ text }) => text).join(' ') };
}

function compare(
  mine: Statement,
  theirs: Statement,
  subject: SharedSubject,
  language: string,
): Omit<FoundContradiction, 'about'> | undefined {
  const { differing, unpaired } = pairFigures(mine, theirs);
  const isDenied = mine.negations.length > 0 || theirs.negations.length > 0;
  const [pair, ...others] = differing;
  if (others.length > 0 || unpaired > 0) return undefined;
  if (pair !== undefined) {
    const [one, other] = pair;
    // `the indoor unit` and `the outdoor unit`, or `rose by 3` and `fell by 5`
    if (isDenied || subject.isTurned) return undefined;
    if (!areOfOneTime(mine, theirs) || !areApart(one, other)) return undefined;
    return {
      kind: 'figure',
      left: figureWithBound(mine.text, one.text),
      right: figureWithBound(theirs.text, other.text),
    };
  }
  const dates = differingDates(mine, theirs);
  if (dates !== undefined) {
    if (isDenied || subject.isTurned || !tellOfOneEvent(mine, theirs)) return undefined;
    return { kind: 'date', left: dates[0].text, right: dates[1].text };
  }
  if (!areOfOneTime(mine, theirs)) return undefined;
  const more = Math.max(weightOf(subject.onlyLeft), weightOf(subject.onlyRight));
  if (more > MOST_MORE_TURNED * subject.weight) return undefined;
  const [there, back] = [align(mine, theirs, language), align(theirs, mine, language)];
  const whole = { left: mine.text, right: theirs.text };
  if (compareNegations(mine, there) !== undefined && compareNegations(theirs, back) !== undefined)
    return { kind: 'negation', ...whole };
  if (compareDirections(mine, there) !== undefined && compareDirections(theirs, back) !== undefined)
    return { kind: 'direction', ...whole };
  return undefined;
}

function isOneSubject({ weight, onlyLeft, onlyRight }: SharedSubject): boolean {
  if (weight < LEAST_SHARED) return false;
  const own = [weightOf(onlyLeft), weightOf(onlyRight)];
  if (Math.min(...own) > MOST_OWN || Math.max(...own) > MOST_MORE * weight) return false;
  // Whom or where something is said of decides it.
  return ![...onlyLeft, ...onlyRight].some(({ isName }) => isName);
}

function align(claim: Statement, source: Statement, language: string): Alignment {
  const passage = { sourceId: '', passageId: '', start: 0, text: source.text };
  return alignClaim(claim, [preparePassage(passage, language)]);
}
