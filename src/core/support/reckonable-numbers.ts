import type { Alignment } from './align-claim.ts';
import { isPeriod } from './lexicon/units.ts';
import { isShare } from './number-values.ts';
import type { Quantity } from './quantity.ts';
import type { Statement } from './statement.ts';

/** Sentences around the window whose numbers may be reckoned with. */
const MARGIN = 1;

/** How far from a number what it counts stands, in tokens. */
const BESIDE = 5;

/** How far behind a number the noun that it counts stands. */
const NOUN = 3;
const LEAST_WEIGHT = 0.8;

/** Reckoning goes over pairs of numbers: a window with more of them is a table, where every result is among them. */
const MOST_NUMBERS = 24;

/**
 * The numbers of the source that one of the claim may follow from: those of the sentences around the window, and from
 * anywhere in the passage those of its own unit or of the things that it counts. `around` are the sentences themselves.
 */
export function reckonableNumbers(
  quantity: Quantity,
  claim: Statement,
  alignment: Alignment,
): { around: readonly Statement[]; numbers: readonly Quantity[] } {
  const whole = alignment.passages[alignment.passage]?.statements ?? [];
  const around = whole.filter(
    (_, index) =>
      (index >= alignment.from - MARGIN && index < alignment.to + MARGIN) ||
      (quantity.unit === 'times' && tellsOf(index, quantity, claim, alignment)),
  );
  const far = whole.filter((statement) => !around.includes(statement));
  const counted = keysBeside(quantity, claim);
  const numbers = [
    ...around.flatMap(({ quantities }) => quantities),
    ...far.flatMap((statement) =>
      statement.quantities.filter(
        (number) => isUsable(number, quantity) || isCountOf(number, statement, counted),
      ),
    ),
  ].slice(0, MOST_NUMBERS);
  return { around, numbers };
}

/** Dates, parts and what has the unit of the claim's number may be reckoned with wherever they stand. */
function isUsable({ unit, kind, isPart }: Quantity, quantity: Quantity): boolean {
  return (
    kind === 'date' ||
    isPart === true ||
    (quantity.kind === 'date' && isPeriod(unit)) ||
    (unit !== undefined && unit === quantity.unit)
  );
}

/** A bare number that counts the same things: `48 nest boxes` and `29 occupied boxes` for a share of boxes. */
function isCountOf(
  { unit, kind, isPart, isWeak, to }: Quantity,
  { terms }: Statement,
  counted: readonly string[],
): boolean {
  if (kind !== 'number' || unit !== undefined || isPart === true || isWeak === true) return false;
  return terms.some(
    ({ at, keys }) => at >= to && at < to + NOUN && keys.some((key) => counted.includes(key)),
  );
}

/** Keys of the words of content behind a share or bare number of the claim; none for a number of another kind. */
function keysBeside(quantity: Quantity, { terms }: Statement): string[] {
  if (quantity.kind !== 'number' || (quantity.unit !== undefined && !isShare(quantity))) return [];
  return terms
    .filter(
      ({ at, weight }) => weight >= LEAST_WEIGHT && at >= quantity.to && at < quantity.to + BESIDE,
    )
    .flatMap(({ keys }) => keys);
}

/** True for a sentence with a word of content that stands beside the number in the claim. */
function tellsOf(
  index: number,
  { from, to }: Quantity,
  claim: Statement,
  { partners, passage }: Alignment,
): boolean {
  return claim.terms.some(
    ({ at, weight }, term) =>
      weight >= LEAST_WEIGHT &&
      at >= from - BESIDE &&
      at < to + BESIDE &&
      (partners[term] ?? []).some(
        (partner) => partner.passage === passage && partner.statement === index,
      ),
  );
}
