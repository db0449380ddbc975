import type { Candidate } from './candidate.ts';

/** A plus or two noughts, or a nought, or an area code in brackets, or three digits; then groups of digits. */
const PATTERN =
  /(?<![\p{L}\p{N}+]|[\d)][.,/-])(?:\+ ?\d{1,3}|00[1-9]\d{0,2}|\(0?\d{2,5}\)|0\d{1,5}|[2-9]\d{2}|1(?=[ .-]\(?[2-9]\d{2}))(?:[ \u00a0]?\((?:0|\d{2,5})\))?(?:(?:[ \u00a0./-]|[ \u00a0][-–/][ \u00a0]|\))?[ \u00a0]?\d{1,9}){1,7}(?!\p{N}|[.,]\d)(?:,? ?(?:ext\.?|extension|x|durchwahl|dw|poste) ?(\d{1,6})(?!\p{N}))?/giu;

/** What stands before a number that is none to call. */
const OTHER_NUMBER =
  /(?:\b(?:nr|no|nos|num|nummer|number|numéro|número|id|idnr|code|order|invoice|rechnung|kunde|customer|art|sku|ean|isbn|issn|gtin|iban|bic|siret|siren|hrb|vat|ust|tva|po box|postfach|ref|reference|referenz|konto|account|blz|steuernummer|page|seite)\b[.:]{0,2}|[#№]|n°)[ \u00a0:.|-]{0,4}$/iu;
const PHONE_LABEL =
  /(?:tel|fon|phone|fax|mobil|handy|call|cell|télé|port|whatsapp|hotline|anruf)[\p{L}.]{0,12}[ \u00a0-]{0,2}(?:nr|no|number|nummer|numéro|n°)?[ \u00a0:.|-]{0,4}$/iu;
const DATE_LIKE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/u;

/**
 * All phone numbers of a text in order: `+49301234567` for international ones, the digits as they are for national ones,
 * with `;ext=12` for an extension (RFC 3966).
 */
export function findPhones(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const [whole, extension] = match;
    const before = text.slice(Math.max(0, match.index - 30), match.index);
    const isLabelled = PHONE_LABEL.test(before);
    if (!isLabelled && OTHER_NUMBER.test(before)) continue;
    const number = extension === undefined ? whole : whole.replace(/,? ?\p{L}+\.? ?\d{1,6}$/u, '');
    if (DATE_LIKE.test(number.trim()) && !isLabelled) continue;
    const digits = normalise(number);
    if (digits === undefined || !isCallable(digits, number, isLabelled)) continue;
    const value = extension === undefined ? digits : `${digits};ext=${extension}`;
    found.push({ value, start: match.index, end: match.index + whole.trimEnd().length });
  }
  return found;
}

function normalise(number: string): string | undefined {
  const isInternational = /^\+|^00[1-9]/u.test(number);
  // The nought in +49 (0)30 is for calls within the country.
  const bare = isInternational ? number.replace(/\(0\)/u, '') : number;
  const digits = bare.replaceAll(/\D/gu, '').replace(/^00(?=[1-9])/u, '');
  return isInternational ? `+${digits}` : digits;
}

function isCallable(digits: string, written: string, isLabelled: boolean): boolean {
  const count = digits.replace('+', '').length;
  if (digits.startsWith('+')) return count >= 8 && count <= 15;
  if (isLabelled) return count >= 5 && count <= 15;
  if (digits.startsWith('0')) {
    // A nought begins article numbers too: a number to call is written in groups.
    return count >= 8 && count <= 13 && /\d[ \u00a0./()–-]/u.test(written);
  }
  // North America: three, three and four digits with something between them.
  return /^(?:1[ .-]?)?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}$/u.test(
    written.trim(),
  );
}
