import type { Alignment } from './align-claim.ts';
import type { Quantity } from './quantity.ts';
import type { Statement } from './statement.ts';

const SLACK = 0.01;
/** A hostile text may repeat a multiple as often as it likes. */
const MOST = 8;
const LEAST_WEIGHT = 0.2;

/**
 * True for a multiple that the source tells from the other side: `B takes twice as long as A` for `A takes half as long as
 * B`. What stands on the one side of the number in the claim has to stand on the other side of it in the source.
 */
export function isTurnedAround(
  quantity: Quantity,
  claim: Statement,
  alignment: Alignment,
): boolean {
  const factor = factorOf(quantity);
  if (factor === undefined) return false;
  const inverse = alignment.statements.flatMap((statement, index) =>
    statement.quantities
      .filter((other) => Math.abs(factor * (factorOf(other) ?? 0) - 1) <= SLACK)
      .map((other) => ({ other, statement: alignment.from + index })),
  );
  return inverse
    .slice(0, MOST)
    .some(({ other, statement }) => isSwapped(quantity, claim, other, alignment, statement));
}

/** 2 for `twice`, 0.5 for `half`. */
function factorOf({ unit, isPart, values }: Quantity): number | undefined {
  return unit === 'times' || (isPart === true && unit === undefined) ? values[0] : undefined;
}

function isSwapped(
  { from }: Quantity,
  claim: Statement,
  other: Quantity,
  { partners, passage }: Alignment,
  statement: number,
): boolean {
  let crossed = 0;
  let straight = 0;
  for (const [index, { at, weight }] of claim.terms.entries()) {
    if (weight < LEAST_WEIGHT) continue;
    const places = (partners[index] ?? []).filter(
      (partner) => partner.passage === passage && partner.statement === statement,
    );
    if (places.length === 0) continue;
    const isLeft = at < from;
    if (places.some(({ term }) => term.at < other.from === isLeft)) straight += weight;
    else crossed += weight;
  }
  // The verb may stand on one side in both.
  return crossed > 0 && crossed * 2 > straight;
}
