import type { Alignment } from './align-claim.ts';
import { explainDate } from './explain-date.ts';
import { exactFactor, isPeriod } from './lexicon/units.ts';
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
/** Below this closeness the sides may be turned round: twice as much is half as much seen from the other side. */
const FREE = 0.45;

/**
 * True where a number of the claim follows from those of the source: a sum or difference of two in one unit, what is left
 * of a whole, a part or percentage told as counts, a multiple, a year some years before or after another.
 */
export function explainQuantity(
  quantity: Quantity,
  claim: Statement,
  alignment: Alignment,
): boolean {
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
  if (quantity.kind === 'date') return explainDate(quantity, numbers, around);
  if (quantity.kind === 'clock') return isClockNear(quantity, around);
  if (quantity.kind !== 'number' || quantity.unit === 'ordinal') return false;
  const isFree = alignment.closeness < FREE;
  const isMore = claim.tokens.some(({ lower }) => MORE.test(lower));
  const values = quantity.upTo === undefined ? quantity.values : [];
  return values.some(
    (value) =>
      (isShare(quantity) &&
        isShareOf(asShare(value, quantity), quantity, numbers, isFree, isMore)) ||
      (quantity.unit === 'times' && isRatio(value, quantity, numbers, isFree)) ||
      isReckoned(value, quantity, [...numbers, ...claim.quantities]) ||
      isSpan(value, quantity, numbers),
  );
}

/** `7 am` for `6 am, an hour earlier than in winter`: a time of day as far from another as the sentence tells. */
function isClockNear({ values }: Quantity, around: readonly Statement[]): boolean {
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
      const theirs = [...minutesOf(quantities), ...joined(quantities).map(sumOf)];
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

const MORE = /^(?:more|exceed(?:s|ed|ing)?|above|beyond|higher|greater|surplus|over)$/u;

/** How far beyond a bound a share is still told by it. */
const BEYOND = 0.04;
/** `over a third` may be 40 percent. */
const BEYOND_PART = 0.12;

const ABOUT = 0.08;
/** What `about` leaves open. */
const ROUNDING = 0.02;

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

function isShare({ isPart, unit }: Quantity): boolean {
  return isPart === true || unit === 'percent';
}

function asShare(value: number, { unit }: Quantity): number {
  return unit === 'percent' ? value / 100 : value;
}

/** The same part, the rest of the whole, or a part that two counts make. */
function isShareOf(
  share: number,
  quantity: Quantity,
  numbers: readonly Quantity[],
  isFree: boolean,
  isMore: boolean,
): boolean {
  const slack = quantity.isRounded === true ? 0.04 : quantity.isPart === true ? 0.012 : 0.006;
  const isNear = (other: number) =>
    Math.abs(share - other) <= slack ||
    // `over 80 percent` for 82
    (quantity.bound === Math.sign(other - share) &&
      Math.abs(share - other) <= (quantity.isPart === true ? BEYOND_PART : BEYOND));
  for (const number of numbers) {
    const [value = 0] = number.values;
    if (isShare(number)) {
      const other = asShare(value, number);
      if (isNear(other) || isNear(1 - other) || isNear(1 + other)) return true;
      // `exceed by 18 percent` for `cover 118 percent`
      if (other > 1 && isMore && isNear(other - 1)) return true;
    }
    // Doubled is 100 percent more.
    if (number.unit === 'times' && isNear(value - 1)) return true;
    if (isFree && number.unit === 'times' && (isNear(1 / value) || isNear(1 - 1 / value)))
      return true;
  }
  return pairsOf(numbers.filter((number) => !isShare(number))).some(
    ([small, large]) =>
      isNear(small / large) || isNear(1 - small / large) || isNear(large / small - 1),
  );
}

/** How many times one number is the other, or what another word for it says: `twice` for `half`. */
function isRatio(
  value: number,
  { bound }: Quantity,
  numbers: readonly Quantity[],
  isFree: boolean,
): boolean {
  return (
    (isFree &&
      numbers.some(
        (number) => isShare(number) && isClose(value, 1 / asShare(number.values[0] ?? 0, number)),
      )) ||
    pairsOf(numbers).some(([small, large]) => {
      const beyond = (large / small - value) * (bound ?? 0);
      // `more than twice` for 2.5 times
      return isClose(value, large / small, 0.08) || (beyond > 0 && beyond < 1);
    })
  );
}

/** A sum or difference of two numbers in the unit of the claim's, or one of them some times over. */
function isReckoned(value: number, quantity: Quantity, numbers: readonly Quantity[]): boolean {
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

/** `Two people pay …`: a small count may be what a price is multiplied by. */
function isFew({ unit, values, kind }: Quantity): boolean {
  const [value = 0] = values;
  return (
    kind === 'number' && unit === undefined && Number.isInteger(value) && value > 1 && value <= 12
  );
}

/** The years between two that the source names; `a decade` of them is ten. */
function isSpan(value: number, quantity: Quantity, numbers: readonly Quantity[]): boolean {
  // A bare number may be an age.
  const factor = quantity.unit === undefined ? 1 : exactFactor(quantity.unit, 'year');
  if (factor === undefined) return false;
  const years = numbers.flatMap(({ year }) => year ?? []);
  return years.some((one) => years.some((other) => isClose(value * factor, other - one)));
}

/** The values of two numbers in one unit, the smaller first. */
function pairsOf(numbers: readonly Quantity[]): [small: number, large: number][] {
  const plain = numbers.filter(({ kind, values }) => kind === 'number' && values.length > 0);
  return plain.flatMap((one, index) =>
    plain.slice(index + 1).flatMap((other): [number, number][] => {
      const isAlike = one.unit === other.unit || one.unit === undefined || other.unit === undefined;
      const [left = 0] = one.values;
      const [right = 0] = other.values;
      return isAlike && Math.min(left, right) > 0
        ? [[Math.min(left, right), Math.max(left, right)]]
        : [];
    }),
  );
}

function isClose(one: number, other: number, slack = 0.002): boolean {
  return Math.abs(one - other) <= slack * Math.max(Math.abs(one), Math.abs(other)) + 1e-9;
}
