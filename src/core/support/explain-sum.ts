import { exactFactor } from './lexicon/units.ts';
import { asShare, isClose, isShare } from './number-values.ts';
import type { Quantity } from './quantity.ts';
import type { Statement } from './statement.ts';

/** What `about` leaves open. */
const ROUNDING = 0.02;

/** A sum or difference of two numbers in the unit of the claim's, or one of them some times over. */
export function isReckoned(
  value: number,
  quantity: Quantity,
  numbers: readonly Quantity[],
): boolean {
  const isPoints = quantity.unit === 'percentage-point' || quantity.unit === 'percent';
  const own = numbers.filter(
    (number) =>
      number !== quantity &&
      number.kind === 'number' &&
      (isPoints ? number.unit === 'percent' : !isShare(number)),
  );
  const multiples = numbers.flatMap((number) =>
    number.unit === 'times' || isFew(number)
      ? number.values
      : isShare(number)
        ? number.values.map((each) => asShare(each, number))
        : [],
  );
  const alike = own.flatMap((number) => {
    const { unit, values, upTo } = number;
    const isAlike =
      isPoints || unit === quantity.unit || unit === undefined || quantity.unit === undefined;
    // `30 pence less` than £2.40
    const factor = isAlike ? 1 : exactFactor(unit, quantity.unit);
    return factor === undefined ? [] : [...values, ...(upTo ?? [])].map((each) => each * factor);
  });
  const slack = quantity.isRounded === true ? ROUNDING : undefined;
  return alike.some(
    (one, index) =>
      multiples.some(
        (multiple) =>
          isClose(value, one * multiple, slack) ||
          (multiple > 0 && isClose(value, one / multiple)) ||
          (multiple < 1 &&
            (isClose(value, one * (1 - multiple)) || isClose(value, one * (1 + multiple)))),
      ) ||
      alike.some(
        (other, place) =>
          place > index && (isClose(value, one + other) || isClose(value, Math.abs(one - other))),
      ),
  );
}

/** `210 villagers put up £50 each`: a count times what each of them gave. */
export function isProduct(
  value: number,
  { unit }: Quantity,
  statements: readonly Statement[],
): boolean {
  return statements.some(({ tokens, quantities }) => {
    if (!tokens.some(({ lower }) => EACH.test(lower))) return false;
    const numbers = quantities
      .filter(({ kind, isPart }) => kind === 'number' && isPart !== true)
      .slice(0, MOST_NUMBERS);
    const counts = numbers.filter((number) => number.unit === undefined);
    const parts = numbers.filter((number) => number.unit === unit);
    return counts.some((count) =>
      parts.some(
        (part) => part !== count && isClose(value, (count.values[0] ?? 0) * (part.values[0] ?? 0)),
      ),
    );
  });
}

/** A sentence with more numbers is a table. */
const MOST_NUMBERS = 24;
const EACH = /^(?:each|apiece|every|per|je|jeweils|chacune?|cada)$/u;

/** `Two people pay …`: a small count may be what a price is multiplied by. */
function isFew({ unit, values, kind }: Quantity): boolean {
  const [value = 0] = values;
  return (
    kind === 'number' && unit === undefined && Number.isInteger(value) && value > 1 && value <= 12
  );
}

/** The years between two that the source names; `a decade` of them is ten. */
export function isSpan(value: number, quantity: Quantity, numbers: readonly Quantity[]): boolean {
  // A bare number may be an age.
  const factor = quantity.unit === undefined ? 1 : exactFactor(quantity.unit, 'year');
  if (factor === undefined) return false;
  const years = numbers.flatMap(({ year }) => year ?? []);
  return years.some((one) => years.some((other) => isClose(value * factor, other - one)));
}
