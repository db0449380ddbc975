/** A text as quotes are compared, with the places of its characters in the original. */
export interface FoldedText {
  text: string;
  /** Where the folded character begins and ends in the original. */
  startOf: (index: number) => number;
  endOf: (index: number) => number;
}

const DASHES = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/u;
const SINGLE_QUOTES = /[‘’‚‛′`´]/u;
const DOUBLE_QUOTES = /[“”„‟«»″]/u;
const INVISIBLE = /[\s\u00ad\u200b-\u200d\u2060\ufeff\u00a0]/u;

/** Without white space, in lower case, with one kind of quotation marks and dashes; a word cut at a line end is whole. */
export function foldQuote(original: string): FoldedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const isAscii = /^[\t\n\r -~]*$/u.test(original);
  for (let at = 0; at < original.length;) {
    const character = isAscii
      ? (original[at] ?? '')
      : String.fromCodePoint(original.codePointAt(at) ?? 0);
    const end = at + character.length;
    if (!INVISIBLE.test(character) && !isLineHyphen(original, at, character)) {
      for (const folded of isAscii ? character.toLowerCase() : foldCharacter(character)) {
        text += folded;
        for (let unit = 0; unit < folded.length; unit++) {
          starts.push(at);
          ends.push(end);
        }
      }
    }
    at = end;
  }
  return {
    text,
    startOf: (index) => starts[index] ?? original.length,
    endOf: (index) => ends[index] ?? original.length,
  };
}

function foldCharacter(character: string): string {
  if (DASHES.test(character)) return '-';
  if (SINGLE_QUOTES.test(character)) return "'";
  if (DOUBLE_QUOTES.test(character)) return '"';
  return character.normalize('NFKC').toLowerCase();
}

/** `Rech-` at a line end goes on with `nung`. */
function isLineHyphen(text: string, at: number, character: string): boolean {
  return (
    (character === '-' || character === '\u2010') &&
    text[at + 1] === '\n' &&
    /\p{Ll}/u.test(text[at - 1] ?? '') &&
    /\p{Ll}/u.test(text[at + 2] ?? '')
  );
}

/** Letters of scripts that part their words by spaces, and digits. */
const JOINING = /[\p{N}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** True for a place that does not begin or end within a word or number. */
export function canStandAlone(
  text: string,
  { start, end }: { start: number; end: number },
): boolean {
  const joins = (left: string | undefined, right: string | undefined): boolean =>
    JOINING.test(left ?? '') && JOINING.test(right ?? '');
  if (joins(text[start - 1], text[start]) || joins(text[end - 1], text[end])) return false;
  // 299.00 is no quote of 1,299.00, nor 1,299 of 1,299.00.
  const isDigit = (character: string | undefined): boolean => /\d/u.test(character ?? '');
  const isMark = (character: string | undefined): boolean => /[.,]/u.test(character ?? '');
  return !(
    (isDigit(text[start]) && isMark(text[start - 1]) && isDigit(text[start - 2])) ||
    (isDigit(text[end - 1]) && isMark(text[end]) && isDigit(text[end + 1]))
  );
}
