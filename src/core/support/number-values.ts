import type { Quantity } from './quantity.ts';

/** True for a part of a whole, in words or percent. */
export function isShare({ isPart, unit }: Quantity): boolean {
  return isPart === true || unit === 'percent';
}

/** The value of a share as a part of one. */
export function asShare(value: number, { unit }: Quantity): number {
  return unit === 'percent' ? value / 100 : value;
}

/** The values of two numbers in one unit, the smaller first. */
export function pairsOf(numbers: readonly Quantity[]): [small: number, large: number][] {
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

/** Equal but for `slack`, a part of the greater. */
export function isClose(one: number, other: number, slack = 0.002): boolean {
  return Math.abs(one - other) <= slack * Math.max(Math.abs(one), Math.abs(other)) + 1e-9;
}

/** True for two shares that make a whole. */
export function isRestOf(one: Quantity, other: Quantity): boolean {
  if (!isShare(one) || !isShare(other)) return false;
  return isClose(asShare(one.values[0] ?? 0, one) + asShare(other.values[0] ?? 0, other), 1);
}
