import { AppError } from '../core/errors.ts';

interface NumberRange {
  /** The smallest value that is allowed. */
  minimum: number;
  /** True when the minimum itself is not allowed. */
  above?: boolean;
  /** True when only whole numbers are allowed; Infinity counts as whole. */
  whole?: boolean;
  /** True when Infinity is allowed. */
  infinite?: boolean;
}

/** Throws an `AppError` that names the option, what it takes and what it was given. */
export function requireNumber(name: string, value: unknown, range: NumberRange): void {
  const allowed =
    typeof value === 'number' &&
    (range.above ? value > range.minimum : value >= range.minimum) &&
    (!range.whole || value === Infinity || Number.isInteger(value)) &&
    (range.infinite || value !== Infinity);
  if (allowed) return;
  const kind = range.whole ? 'whole number' : 'number';
  const bound = range.above ? `above ${range.minimum}` : `of at least ${range.minimum}`;
  const orInfinity = range.infinite ? ' or Infinity' : '';
  throw new AppError(
    'USAGE',
    `${name} must be a ${kind} ${bound}${orInfinity}, but it is ${String(value)}.`,
  );
}
