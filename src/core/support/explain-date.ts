import { exactFactor } from './lexicon/units.ts';
import type { Quantity } from './quantity.ts';
import type { Statement } from './statement.ts';

const MONTHS = 12;

/**
 * True where a year, or a month of a year, lies as far from another as the source tells: some years or months before or
 * after it, or the year next to it.
 * @param numbers of the source, with its dates.
 * @param around sentences of the source that may tell `the year before`.
 */
export function explainDate(
  { year, month, day }: Quantity,
  numbers: readonly Quantity[],
  around: readonly Statement[],
): boolean {
  if (year === undefined || day !== undefined) return false;
  const spans = numbers.flatMap(({ unit, values }) => {
    const factor = exactFactor(unit, 'month');
    return factor === undefined ? [] : values.map((value) => value * factor);
  });
  if (around.some(({ text }) => NEXT_YEAR.test(text))) spans.push(MONTHS);
  return numbers.some(
    (other) =>
      other.year !== undefined &&
      (month === undefined || other.month !== undefined) &&
      spans.some((span) => {
        const far = MONTHS * (year - (other.year ?? 0));
        return month === undefined
          ? Math.abs(far) === span
          : Math.abs(far + month - (other.month ?? 0)) === span;
      }),
  );
}

const NEXT_YEAR =
  /\b(?:(?:the|a) year (?:before|earlier|after|later)|(?:previous|following|next|last) year|year-on-year|vorjahr|folgejahr|jahr (?:zuvor|davor|danach)|l'année (?:précédente|suivante)|año (?:anterior|siguiente))\b/iu;
