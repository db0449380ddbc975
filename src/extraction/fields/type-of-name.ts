import type { ScalarType } from '../field.ts';
import { nameWords } from './name-words.ts';

/** The first that fits decides: `vat rate` is a percentage, `vat amount` is money, `vat id` a VAT number. */
const SUGGESTIONS: readonly (readonly [ScalarType, RegExp])[] = [
  ['email', /\b(?:e ?mails?|e mail adresse|courriel|correo)\b/u],
  [
    'phone',
    /\b(?:phone|telephone|tel|mobile|cell|fax|telefon\p{L}*|handy\p{L}*|téléphone|teléfono)\b/u,
  ],
  ['url', /\b(?:url|website|web site|homepage|web|link|site web|webseite|sitio web)\b/u],
  ['iban', /\biban\b/u],
  [
    'percentage',
    /\b(?:percent|percentage|pct|prozent|pourcentage|porcentaje|(?:vat|tax|interest|discount|growth|conversion) rate|steuersatz|zinssatz|mwst satz|rabattsatz|taux)\b/u,
  ],
  [
    'vat',
    /\b(?:(?:vat|ust|uid|tva|iva|btw|mwst) ?(?:id|idnr|id nr|number|no|nr|num|nummer|identification)|ustid\p{L}*|umsatzsteuer id\p{L}*|numéro (?:de )?tva)\b|^vat$/u,
  ],
  [
    'date',
    /\b(?:date|dates|datum|fecha|birthday|dob|deadline|geburtstag|fällig am|\p{L}+datum|due (?:on|by)|(?:issued|created|published|signed|delivered|paid|valid|expires|expiry|due) (?:at|on|until)|until|expiry)\b/u,
  ],
  [
    'money',
    /\b(?:amount|total|totals|subtotal|price|prices|cost|costs|fee|fees|salary|budget|revenue|turnover|balance|deposit|rent|betrag|\p{L}*betrag|summe|\p{L}*summe|preis|\p{L}*preis|kosten|gesamt|netto|brutto|umsatz|miete|gehalt|montant|prix|importe|precio|coste|net|gross|tax|vat amount|value added tax|discount amount|shipping)\b/u,
  ],
];

/** Names that look like a kind of value and mean something else. */
const EXCEPTIONS: readonly RegExp[] = [
  /\b(?:cost|price|total|net) (?:center|centre|group|list|type|code|unit|category|weight|count|quantity|number)\b/u,
  /\b(?:link|web|site|website) (?:text|title|name)\b/u,
  /\b(?:tax|betrag) (?:number|no|nr|id|office|code)\b/u,
];

/** The kind of value that a field's name suggests; text where it suggests none. */
export function typeOfName(name: string): ScalarType {
  const words = nameWords(name);
  if (EXCEPTIONS.some((pattern) => pattern.test(words))) return 'string';
  return SUGGESTIONS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'string';
}
