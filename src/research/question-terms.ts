import { isStopWord } from '../core/text/stop-words.ts';
import { stemWord } from '../core/text/stem-word.ts';
import { tokenizeWords } from '../core/text/tokenize-words.ts';

/** Function words that make another question of the same subject: `how many`, `can`, `without`. */
const TELLING = new Set(
  'after against before best can difference from many need no not often or over should than under versus vs when where which who why with without worth'.split(
    ' ',
  ),
);

const NOTHING: ReadonlySet<string> = new Set();

/** Ways to ask for the same: a question on the price is one whatever its words. */
const SAME: ReadonlyMap<string, string> = new Map(
  [
    ['cost', 'price', 'expensive', 'pay'],
    ['long', 'last', 'lifespan', 'lifetime'],
    ['problem', 'issue', 'fault', 'drawback', 'disadvantage'],
    ['advantage', 'benefit'],
    ['choose', 'select', 'pick'],
    ['noise', 'noisy', 'loud'],
  ].flatMap(([name = '', ...words]) =>
    words.map((word): [string, string] => [stemWord(word), stemWord(name)]),
  ),
);

/** Who asks and the auxiliaries tell nothing. */
const EMPTY = new Set(
  'average averag really actually exactly typical typically usually get'.split(' '),
);

/** The stems that tell what a text asks for or speaks of. */
export function questionTerms(text: string, language: string): ReadonlySet<string> {
  return readTerms(text, language, TELLING);
}

/** The same without the words that only questions have: what an answer has as well. */
export function answerTerms(text: string, language: string): ReadonlySet<string> {
  return readTerms(text, language, NOTHING);
}

function readTerms(text: string, language: string, telling: ReadonlySet<string>): Set<string> {
  const terms = new Set<string>();
  for (const word of tokenizeWords(text, language)) {
    if (EMPTY.has(word) || (isStopWord(word, language) && !telling.has(word))) continue;
    const stem = stemWord(word, language);
    terms.add(SAME.get(stem) ?? stem);
  }
  return terms;
}

/** How alike two sets are: twice what they share over all of both (L. R. Dice, 1945), 0 to 1. */
export function sharedTerms(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const all = left.size + right.size;
  return all === 0 ? 0 : (2 * left.intersection(right).size) / all;
}
