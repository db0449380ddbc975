import { exactFactor } from './lexicon/units.ts';
import { isClose } from './number-values.ts';
import type { Quantity } from './quantity.ts';
import type { Statement } from './statement.ts';

/** `7 am` for `6 am, an hour earlier than in winter`: a time of day as far from another as the sentence tells. */
export function explainClock({ values }: Quantity, around: readonly Statement[]): boolean {
  return around.some(({ quantities, tokens }) => {
    if (
      !tokens.some(({ lower }) =>
        /^(?:earlier|later|sooner|before|after|früher|später)$/u.test(lower),
      )
    )
      return false;
    const spans = quantities.flatMap(({ unit, values: lengths }) => {
      const factor = exactFactor(unit, 'minute');
      return factor === undefined ? [] : lengths.map((length) => length * factor);
    });
    return quantities.some(
      ({ kind, values: times }) =>
        kind === 'clock' &&
        spans.some((span) => isClose(Math.abs((values[0] ?? 0) - (times[0] ?? 0)), span)),
    );
  });
}
