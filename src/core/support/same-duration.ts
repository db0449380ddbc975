import { exactFactor, isPeriod } from './lexicon/units.ts';
import { isClose } from './number-values.ts';
import type { Quantity } from './quantity.ts';
import type { Statement } from './statement.ts';

const ABOUT = 0.08;

/** `two and a half hours` for `2 hours and 30 minutes`: lengths of time told in two units, on either side. */
export function isSameDuration(
  quantity: Quantity,
  claim: Statement,
  statements: readonly Statement[],
): boolean {
  if (!isPeriod(quantity.unit) || quantity.per !== undefined) return false;
  const mine = [
    ...minutesOf([quantity]),
    ...joined(claim.quantities)
      .filter((pair) => pair.includes(quantity))
      .map(sumOf),
  ];
  return (
    statements.some(({ quantities }) => {
      const theirs = [
        ...minutesOf(quantities),
        ...joined(quantities).map(sumOf),
        ...betweenTimes(quantities),
      ];
      return mine.some((value) => theirs.some((other) => isClose(value, other)));
    }) || isAboutAsLong(quantity, statements)
  );
}

/** `two months` for `eight weeks`. */
function isAboutAsLong({ unit, values }: Quantity, statements: readonly Statement[]): boolean {
  const days = daysOf(unit);
  return (
    days !== undefined &&
    statements.some(({ quantities }) =>
      quantities.some((other) => {
        const otherDays = daysOf(other.unit);
        return (
          otherDays !== undefined &&
          other.upTo === undefined &&
          other.per === undefined &&
          (unit === 'month') !== (other.unit === 'month') &&
          isClose((values[0] ?? 0) * days, (other.values[0] ?? 0) * otherDays, ABOUT)
        );
      }),
    )
  );
}

function daysOf(unit: string | undefined): number | undefined {
  return unit === 'month' ? 30.4 : exactFactor(unit, 'day');
}

function minutesOf(quantities: readonly Quantity[]): number[] {
  return quantities.flatMap(({ values, unit, upTo }) => {
    const factor = exactFactor(unit, 'minute');
    return factor === undefined || upTo !== undefined ? [] : values.map((value) => value * factor);
  });
}

function sumOf(pair: readonly Quantity[]): number {
  return minutesOf(pair).reduce((sum, value) => sum + value, 0);
}

/** Numbers of one length of time, the greater unit first: `2 hours and 30 minutes`. */
function joined(quantities: readonly Quantity[]): [Quantity, Quantity][] {
  return quantities.flatMap((first, index): [Quantity, Quantity][] => {
    const second = quantities[index + 1];
    if (second === undefined || second.from - first.to > 1) return [];
    const factor = exactFactor(first.unit, second.unit);
    return factor !== undefined && factor > 1 ? [[first, second]] : [];
  });
}

const DAY = 1440;

/** Minutes from each time of day to the next: from 9:40 pm to 7:15 am it is a night. */
function betweenTimes(quantities: readonly Quantity[]): number[] {
  const times = quantities.filter(({ kind }) => kind === 'clock');
  return times.slice(1).map(({ values }, index) => {
    const minutes = (values[0] ?? 0) - (times[index]?.values[0] ?? 0);
    return minutes < 0 ? minutes + DAY : minutes;
  });
}
