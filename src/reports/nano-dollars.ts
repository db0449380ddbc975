/** US dollars to the billionth, without the noise that sums of binary fractions leave behind. */
export function nanoDollars(dollars: number): number {
  return Math.round(dollars * 1e9) / 1e9;
}
