import { negationWords } from './lexicon/negation-words.ts';
import type { PreparedPassage } from './cited-passage.ts';
import { readTokens } from './read-tokens.ts';

/** Where the words of a text stand one after the other in a passage; offsets in the passage's text. */
export interface Verbatim {
  passage: number;
  start: number;
  end: number;
}

/**
 * Finds a text word for word in its passages, case and punctuation aside. A run that begins behind a denial
 * of its sentence (`It is wrong that …`) is none.
 */
export function findVerbatim(
  text: string,
  passages: readonly PreparedPassage[],
  language: string,
): Verbatim | undefined {
  const wanted = folded(text, language).map(({ lower }) => lower);
  const [first] = wanted;
  if (first === undefined) return undefined;
  const denials = negationWords(language);
  for (const [passage, { words, statements }] of passages.entries()) {
    if (!wanted.every((word) => words.has(word) || TELLING.test(word))) continue;
    const tokens = statements.flatMap(({ tokens, start }) =>
      tokens
        .filter(({ kind, lower }) => kind !== 'sign' || TELLING.test(lower))
        .map((token, index) => ({
          ...token,
          start: token.start + start,
          end: token.end + start,
          index,
        })),
    );
    for (const [at, { lower, index }] of tokens.entries()) {
      if (lower !== first || !wanted.every((word, offset) => tokens[at + offset]?.lower === word))
        continue;
      // German denies behind the words: `änderte sich nicht`.
      const behind = denials?.looksBack === true ? clauseFrom(tokens, at + wanted.length) : [];
      if (
        [...tokens.slice(at - index, at), ...behind].some(
          ({ lower }) =>
            denials?.firm.has(lower) === true ||
            denials?.soft.has(lower) === true ||
            lower.endsWith("n't"),
        )
      )
        continue;
      return {
        passage,
        start: tokens[at]?.start ?? 0,
        end: tokens[at + wanted.length - 1]?.end ?? 0,
      };
    }
  }
  return undefined;
}

/** The rest of the sentence, up to `sondern` or the next sentence; a few words are enough. */
function clauseFrom<T extends { lower: string; index: number }>(
  tokens: readonly T[],
  at: number,
): T[] {
  const rest: T[] = [];
  for (const token of tokens.slice(at, at + FAR)) {
    if (token.index === 0 || /^(?:sondern|aber|doch|mais|und|et)$/u.test(token.lower)) break;
    rest.push(token);
  }
  return rest;
}

const FAR = 3;

/** Signs that change what is said. */
const TELLING = /^[%‰€$£¥°²³½¼¾⅓⅔+]$/u;

function folded(text: string, language: string) {
  return readTokens(text, language).filter(
    ({ kind, lower }) => kind !== 'sign' || TELLING.test(lower),
  );
}
