const CENTS = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** US dollars: cents from one cent on, four places below it, so that a small price is not shown as none. */
export function formatMoney(dollars: number): string {
  if (dollars >= 0.01 || dollars <= 0) return CENTS.format(dollars);
  return dollars < 0.0001 ? '<$0.0001' : `$${dollars.toFixed(4)}`;
}
