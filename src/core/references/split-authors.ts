import { foldText } from '../fold-text.ts';
import { isGroupName } from './group-name.ts';
import { parseName, type PersonName } from './person-name.ts';

/** More names no page's line of authors holds. */
const MOST_AUTHORS = 50;
const LONGEST = 2000;

/** Not in capitals: the initial in `Howard E Smith` is no word. */
const BETWEEN = /\s*;\s*|\s*,?\s+(?:[Aa]nd|und|et|y|e|i|en|&)\s+/u;

/** The authors in a page's own words: `Jane Doe and John Roe`, `Doe, Jane; Roe, John`, `Ministry of Health`. */
export function splitAuthors(author: string): PersonName[] {
  const text = foldText(author.slice(0, LONGEST)).replace(/^(?:by|von|par|por|di|door)[: ]+/iu, '');
  if (text === '') return [];
  const parts = text.split(BETWEEN).filter((part) => part !== '');
  // An organisation may have an `and` in its name, and a Spaniard a `y`.
  const isOne =
    parts.length > 1 &&
    (isGroupName(text.replaceAll('&', 'and')) ||
      new Set(parts.map((part) => part.includes(' '))).size > 1);
  const names = isOne && !text.includes(';') ? [text] : parts.flatMap(splitAtCommas);
  return names.slice(0, MOST_AUTHORS).map(parseName);
}

/** `Jane Doe, John Roe` are two; `Doe, Jane` and `Jane Doe, PhD` are one. */
function splitAtCommas(text: string): string[] {
  const parts = text.split(/\s*,\s*/u).filter((part) => part !== '');
  const areWhole =
    parts.length > 1 && parts.every((part) => /^\p{Lu}\S*(?: \S+)* \p{L}{2}\S*$/u.test(part));
  return areWhole && !isGroupName(text) ? parts : [text];
}
