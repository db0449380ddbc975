import { readStatement } from './read-statement.ts';
import type { Statement } from './statement.ts';

/** Claims from outside: the memory of them is bounded, in number and in length (UTF-16 code units). */
const MOST_CLAIMS = 2000;
const LONGEST_CLAIM = 1000;
const known = new Map<string, Statement>();

/** Reads a claim; rounds of revision, and the parts of a sentence, ask for the same ones again. */
export function readClaim(text: string, language: string): Statement {
  if (text.length > LONGEST_CLAIM) return readStatement(text, language);
  const memory = `${language} ${text}`;
  const found = known.get(memory);
  if (found !== undefined) return found;
  const made = readStatement(text, language);
  if (known.size >= MOST_CLAIMS) known.clear();
  known.set(memory, made);
  return made;
}
