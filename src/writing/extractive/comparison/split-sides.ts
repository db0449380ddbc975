import { readTerms } from '../terms.ts';

/** One of the things that a keyword compares. */
export interface Side {
  name: string;
  /** Stems that the other side does not have, the head of the name last. */
  terms: readonly string[];
}

const VERSUS =
  /\s+(?:vs\.?|versus|or|compared (?:to|with)|against|oder|gegen|im vergleich (?:zu|mit)|ou|contre|comparée? à|o|contra|frente a|of|czy|kontra)\s+/iu;
const DUTCH_OR = /\sof\s/iu;
const WEIGH =
  /^(?:(?:the )?difference between|compare|comparing|comparison of|which is better,?|unterschied zwischen|vergleich)\s+/iu;

/** The two sides of a keyword such as `heat pump vs gas boiler`; undefined for one that compares nothing. */
export function splitSides(keyword: string, language: string): readonly [Side, Side] | undefined {
  const plain = keyword
    .slice(0, 300)
    .replace(/[?？!.\s]+$/u, '')
    .replace(WEIGH, '');
  // `of` is `or` in Dutch only.
  if (
    !/^nl\b/iu.test(language) &&
    DUTCH_OR.test(plain) &&
    !VERSUS.test(plain.replace(/\sof\s/giu, ' '))
  )
    return undefined;
  const parts = plain.split(VERSUS);
  const [left, right] = parts;
  if (parts.length !== 2 || left === undefined || right === undefined) return undefined;
  const [mine, theirs] = [readTerms(left, language), readTerms(right, language)];
  const own = mine.filter((term) => !theirs.includes(term));
  const others = theirs.filter((term) => !mine.includes(term));
  if (own.length === 0 || others.length === 0) return undefined;
  return [
    { name: left.trim(), terms: own },
    { name: right.trim(), terms: others },
  ];
}
