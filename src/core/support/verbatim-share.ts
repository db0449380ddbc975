import type { Statement } from './statement.ts';

/** Shorter runs of words are shared by chance. */
const SHORTEST_RUN = 3;

/**
 * The share of a claim's words that stand in runs of at least three that the statements have, too: 0 to 1. What is
 * told in the source's own words and has a word more was added to; what is told in other words was put otherwise.
 */
export function verbatimShare(claim: Statement, statements: readonly Statement[]): number {
  const words = wordsOf(claim);
  if (words.length === 0) return 0;
  const runs = new Set<string>();
  for (const statement of statements) {
    const own = wordsOf(statement);
    for (let at = 0; at + SHORTEST_RUN <= own.length; at++)
      runs.add(own.slice(at, at + SHORTEST_RUN).join(' '));
  }
  const covered = new Set<number>();
  for (let at = 0; at + SHORTEST_RUN <= words.length; at++) {
    if (!runs.has(words.slice(at, at + SHORTEST_RUN).join(' '))) continue;
    for (let offset = 0; offset < SHORTEST_RUN; offset++) covered.add(at + offset);
  }
  return covered.size / words.length;
}

function wordsOf({ tokens }: Statement): string[] {
  return tokens.filter(({ kind }) => kind !== 'sign').map(({ lower }) => lower);
}
