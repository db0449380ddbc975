/** A word of a label in the one spelling that labels are compared by, and where it stands. */
export interface LabelWord {
  text: string;
  start: number;
  end: number;
}

const WORD = /n[°º]|[\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,60}|#|№/giu;

const SPELLINGS = new Map(
  Object.entries({
    number: 'no nr num nummer numéro numero número n° # № nº',
    email: 'mail',
    phone: 'tel telefon telephone téléphone teléfono telefono telefoon fon tél',
  }).flatMap(([word, others]) => others.split(' ').map((other): [string, string] => [other, word])),
);

/** The words of a piece of text as labels are compared: lower case, `Nr.`, `No.`, `#` and `N°` as `number`. */
export function canonicalWords(text: string): LabelWord[] {
  return [...text.matchAll(WORD)].map((match) => {
    const lower = match[0].toLowerCase().normalize('NFC');
    return {
      text: SPELLINGS.get(lower) ?? lower,
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}

/** The same as one text, such as `invoice number` for `Invoice No.`. */
export function canonicalLabel(text: string): string {
  return canonicalWords(text)
    .map((word) => word.text)
    .join(' ')
    .replace(/\be email\b/u, 'email');
}
