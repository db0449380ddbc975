/** ISO 4217 codes that papers name. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(
  `AED ARS AUD BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GEL HKD HRK HUF IDR ILS INR ISK JOD JPY KES KRW KWD
  KZT MAD MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU VND XAF XOF
  ZAR`.split(/\s+/u),
);

/** Signs and names of currencies, longer ones first; undefined for those of several countries. */
export const SYMBOLS: readonly (readonly [string, string | undefined])[] = [
  ['Schweizer Franken', 'CHF'],
  ['Swiss francs', 'CHF'],
  ['US-Dollar', 'USD'],
  ['US dollars', 'USD'],
  ['US dollar', 'USD'],
  ['CA$', 'CAD'],
  ['AU$', 'AUD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['MX$', 'MXN'],
  ['US$', 'USD'],
  ['C$', 'CAD'],
  ['A$', 'AUD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['SFr.', 'CHF'],
  ['sFr.', 'CHF'],
  ['Fr.', 'CHF'],
  ['Franken', 'CHF'],
  ['euros', 'EUR'],
  ['Euros', 'EUR'],
  ['euro', 'EUR'],
  ['Euro', 'EUR'],
  ['dollars', 'USD'],
  ['dollar', 'USD'],
  ['Dollar', 'USD'],
  ['pounds', 'GBP'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['Ft', 'HUF'],
  ['lei', 'RON'],
  ['kr.', undefined],
  ['kr', undefined],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['$', 'USD'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₴', 'UAH'],
  ['元', 'CNY'],
  ['円', 'JPY'],
];

/** Written without decimals. */
const WITHOUT_CENTS: ReadonlySet<string> = new Set('CLP ISK JPY KRW VND XAF XOF'.split(' '));
const WITH_THREE: ReadonlySet<string> = new Set('BHD JOD KWD OMR TND'.split(' '));

export function decimalsOf(currency: string | undefined): number {
  if (currency === undefined) return 2;
  if (WITHOUT_CENTS.has(currency)) return 0;
  return WITH_THREE.has(currency) ? 3 : 2;
}

const DOLLARS = ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD'];
const CROWNS = ['SEK', 'NOK', 'DKK', 'ISK'];
const CROWNS_OF: Readonly<Record<string, string>> = {
  sv: 'SEK',
  nb: 'NOK',
  nn: 'NOK',
  no: 'NOK',
  da: 'DKK',
  is: 'ISK',
};

/**
 * The code for a sign. `$` is the US dollar unless the text names one other dollar; `kr` is the crown of the text's language,
 * or the one that the text names; undefined where that stays open.
 */
export function currencyOf(
  symbol: string,
  style: { language?: string; currencies: ReadonlySet<string> },
): string | undefined {
  if (CURRENCY_CODES.has(symbol)) return symbol;
  if (symbol === '$' || /^dollars?$/iu.test(symbol)) {
    const others = DOLLARS.filter((code) => code !== 'USD' && style.currencies.has(code));
    return others.length === 1 ? others[0] : 'USD';
  }
  if (symbol === '¥') return style.currencies.has('CNY') ? 'CNY' : 'JPY';
  if (/^kr\.?$/iu.test(symbol)) {
    const named = CROWNS.filter((code) => style.currencies.has(code));
    if (named.length === 1) return named[0];
    return CROWNS_OF[style.language?.split('-', 1)[0] ?? ''];
  }
  return SYMBOLS.find(([text]) => text === symbol)?.[1];
}
