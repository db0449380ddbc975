import type { FieldValue } from '../field.ts';
import { readMoney } from '../money.ts';

/** A value that may be the field's, with its place and how far it is from being sure. */
export interface Option {
  value: FieldValue;
  start: number;
  end: number;
  /** 0 for a value right behind the field's own name; more for less. */
  cost: number;
  warning?: string;
  /** Why it is no value. */
  problem?: string;
}

/** Options that cost no more than this beyond the best are as good as it. */
const AS_GOOD = 0.5;
const MOST_NAMED = 3;

/** The best option first, those without a problem before those with one. */
export function byCost(options: readonly Option[]): Option[] {
  return options.toSorted(
    (left, right) => rankOf(left) - rankOf(right) || left.start - right.start,
  );
}

function rankOf({ problem, cost }: Option): number {
  return (problem === undefined ? 0 : 1000) + cost;
}

/** The best of all, with a warning where others that are as good say something else; undefined for none. */
export function bestOption(options: readonly Option[]): Option | undefined {
  const [best, ...others] = byCost(options);
  if (best === undefined) return undefined;
  if (best.problem !== undefined) return { ...best, value: null, warning: best.problem };
  const rivals = others.filter(
    ({ cost, problem, value }) =>
      problem === undefined && cost <= best.cost + AS_GOOD && !sameValue(value, best.value),
  );
  return withRivals(best, rivals);
}

/** Says which other values stand in the text with the same right. */
export function withRivals(best: Option, rivals: readonly Option[]): Option {
  const values = [...new Set(rivals.map(({ value }) => String(value)))];
  if (values.length === 0) return best;
  const named = values.slice(0, MOST_NAMED).map((value) => `“${value.slice(0, 60)}”`);
  const more = values.length > MOST_NAMED ? ` and ${values.length - MOST_NAMED} more` : '';
  const told = `the text has ${named.join(', ')}${more} for it too`;
  return { ...best, warning: best.warning === undefined ? told : `${best.warning}; ${told}` };
}

/** Whether two values say the same: `1299.00` and `1299.00 EUR` do, and a month and a day in it. */
export function sameValue(left: FieldValue, right: FieldValue): boolean {
  if (left === right) return true;
  if (typeof left !== 'string' || typeof right !== 'string') {
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((value, index) => value === right[index])
    );
  }
  const [one, two] = [readMoney(left), readMoney(right)];
  if (one !== undefined && two !== undefined) {
    const isOtherCurrency =
      one.currency !== undefined && two.currency !== undefined && one.currency !== two.currency;
    return Number(one.amount) === Number(two.amount) && !isOtherCurrency;
  }
  if (/^\d{4}-\d{2}/u.test(left) && /^\d{4}-\d{2}/u.test(right))
    return left.startsWith(right) || right.startsWith(left);
  const fold = (text: string) => text.toLowerCase().replaceAll(/[\s.,;:'"’“”()-]+/gu, '');
  return fold(left) === fold(right);
}
