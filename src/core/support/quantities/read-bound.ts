import type { Quantity } from '../quantity.ts';
import type { Token } from '../read-tokens.ts';

const FROM_BELOW =
  /(?:^| )(?:at least|no less than|no fewer than|not less than|at the earliest|at the earliest after|no earlier than|not earlier than|not before|frühestens|a minimum of|minimum|minimum of|more than|over|above|exceeds|exceed|exceeding|exceeded|upwards of|beyond|longer than|higher than|greater than|larger than|older than|wider than|as early as|starting at|starting from|mindestens|mehr als|über|ab|au moins|plus de|al menos|más de)$/u;
const NOT_LESS =
  /(?:^| )(?:no|not) (?:less|fewer|lower|shorter|smaller|younger|under|below) than$/u;
const FROM_ABOVE =
  /(?:^| )(?:at most|no more than|not more than|a maximum of|maximum|maximum of|up to|less than|fewer than|under|below|within|as many as|as much as|as long as|shorter than|lower than|smaller than|younger than|narrower than|not exceed|no longer than|at the latest|at the latest after|no later than|not later than|spätestens|spätestens nach|not exceeding|only up to|max|höchstens|maximal|weniger als|unter|bis zu|au plus|moins de|jusqu à|como máximo|menos de|hasta)$/u;
const ROUNDED =
  /(?:^| )(?:about|around|roughly|approximately|some|nearly|almost|circa|ca|close to|approx|just over|just under|well over|little over|little under|slightly over|slightly under|more or less|rund|etwa|ungefähr|knapp|fast|environ|presque|près de|unos|unas|casi|alrededor de)$/u;
const BELOW_AFTER =
  /^(?:or (?:more|over|above|longer|higher|older|better)|and (?:more|over|above|up|older)|minimum|at least|at the earliest|upwards|oder mehr|ou plus|o más)/u;
const ABOVE_AFTER =
  /^(?:or (?:less|fewer|under|below|lower|younger|shorter)|and (?:under|below|younger)|maximum|at most|at the latest|oder weniger|ou moins|o menos)/u;

/** Whether the words around a number round it, or make it a bound. */
export function readBound(
  tokens: readonly Token[],
  from: number,
  to: number,
): Pick<Quantity, 'bound' | 'isRounded'> {
  const words = (start: number, end: number) =>
    tokens
      .slice(Math.max(0, start), end)
      .map(({ lower }) => lower)
      .join(' ');
  // `nearly a third`, `more than a third`
  let before = words(from - 4, from).replace(
    / (?:an?|one|ein|eine|einem|einen|die|der|das|un|une|una|la|le|el)$/u,
    '',
  );
  const isRounded = ROUNDED.test(before);
  if (isRounded) before = before.replace(ROUNDED, '');
  const after = words(to, to + 3);
  const isAbove = (!NOT_LESS.test(before) && FROM_ABOVE.test(before)) || ABOVE_AFTER.test(after);
  const isBelow = !isAbove && (FROM_BELOW.test(before) || BELOW_AFTER.test(after));
  return {
    ...(isRounded ? { isRounded } : {}),
    ...(isAbove ? { bound: -1 as const } : isBelow ? { bound: 1 as const } : {}),
  };
}
