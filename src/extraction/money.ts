/** An amount as a decimal text, so that nothing is rounded, and the ISO 4217 code of its currency where it is known. */
export interface Money {
  /** `-1299.00`: at least the decimals that the text has. */
  amount: string;
  currency?: string;
}

const MONEY = /^(-?\d{1,18}(?:\.\d{1,6})?)(?: ([A-Z]{3}))?$/u;

/** The one form in which money stands in every output: `1299.00 EUR`, or `1299.00` where no currency is known. */
export function moneyText({ amount, currency }: Money): string {
  return currency === undefined ? amount : `${amount} ${currency}`;
}

/** Amount and currency of a value; undefined for what is no money. */
export function readMoney(value: string): Money | undefined {
  const [, amount, currency] = MONEY.exec(value) ?? [];
  if (amount === undefined) return undefined;
  return { amount, ...(currency === undefined ? {} : { currency }) };
}
