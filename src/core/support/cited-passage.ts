import { splitSentences } from '../text/split-sentences.ts';
import { baseLanguage } from './base-language.ts';
import { readStatement } from './read-statement.ts';
import { readTokens } from './read-tokens.ts';
import type { Statement, Term } from './statement.ts';

/** A passage that a statement cites. Offsets count UTF-16 code units in the source's text. */
export interface CitedPassage {
  sourceId: string;
  passageId: string;
  /** Where the passage begins in its source. */
  start: number;
  text: string;
  /** The source's author and title and the heading above: tells what the passage speaks of, and who. */
  heading?: string;
}

/** A passage with all that the check reads out of it. */
export interface PreparedPassage {
  passage: CitedPassage;
  statements: readonly Statement[];
  /** The terms by each of their keys, with the statement that they are in. */
  index: ReadonlyMap<string, readonly IndexedTerm[]>;
  /** Every word and number, lower case, of the text and its heading. */
  words: ReadonlySet<string>;
  /** Keys of the heading's terms. */
  headingKeys: ReadonlySet<string>;
}

interface IndexedTerm {
  term: Term;
  /** Index of its statement. */
  statement: number;
}

/** Passages are short; of a longer text only the beginning is looked at. UTF-16 code units. */
const MOST_TEXT = 60_000;

/** The key of a part of a compound, told apart from that of a whole word. */
export function partKey(part: string): string {
  return `part ${part}`;
}

const prepared = new WeakMap<CitedPassage, Map<string, PreparedPassage>>();

/** Reads a passage once, however often it is asked for. */
export function preparePassage(passage: CitedPassage, language: string): PreparedPassage {
  let byLanguage = prepared.get(passage);
  if (byLanguage === undefined) prepared.set(passage, (byLanguage = new Map()));
  let found = byLanguage.get(language);
  if (found === undefined) byLanguage.set(language, (found = readPassage(passage, language)));
  return found;
}

function readPassage(passage: CitedPassage, language: string): PreparedPassage {
  const base = baseLanguage(language);
  const text = passage.text.slice(0, MOST_TEXT);
  const statements = splitSentences(text, language).map(({ text, start }) =>
    readStatement(text, base, start),
  );
  const index = new Map<string, IndexedTerm[]>();
  for (const [statement, { terms }] of statements.entries()) {
    for (const term of terms) {
      for (const key of [...term.keys, ...term.poles.keys(), ...term.parts.map(partKey)]) {
        const list = index.get(key);
        if (list === undefined) index.set(key, [{ term, statement }]);
        else list.push({ term, statement });
      }
    }
  }
  const words = new Set<string>();
  for (const { tokens } of statements)
    for (const { kind, lower } of tokens) if (kind !== 'sign') words.add(lower);
  const heading = passage.heading?.slice(0, 500) ?? '';
  for (const { kind, lower } of readTokens(heading, base)) if (kind !== 'sign') words.add(lower);
  const headingKeys = new Set(readStatement(heading, base).terms.flatMap(({ keys }) => keys));
  return { passage, statements, index, words, headingKeys };
}
