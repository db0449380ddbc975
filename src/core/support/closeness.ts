import type { Statement } from './statement.ts';

/** From here on a claim is the source's sentence with a word changed: then a turned word is a turned meaning. */
export const CLOSE = 0.68;

/**
 * How far a claim is told in the words of the statements, in their order: the longest common subsequence of words and
 * numbers over the claim's own, 0 to 1. A sentence with one word changed is near 1; a free paraphrase is below 0.6.
 */
export function closeness(claim: Statement, statements: readonly Statement[]): number {
  const mine = steadyWords(claim);
  if (mine.length === 0) return 0;
  const theirs = statements.flatMap(wordsOf);
  let row = new Uint16Array(theirs.length + 1);
  for (const word of mine) {
    const next = new Uint16Array(theirs.length + 1);
    for (let at = 1; at <= theirs.length; at++)
      next[at] =
        word === theirs[at - 1]
          ? (row[at - 1] ?? 0) + 1
          : Math.max(row[at] ?? 0, next[at - 1] ?? 0);
    row = next;
  }
  return (row[theirs.length] ?? 0) / mine.length;
}

/** Without the words that a denial brings along: `did not` put into a sentence leaves it the same but for its sense. */
function steadyWords({ tokens, negations }: Statement): string[] {
  const denying = new Set(negations.filter(({ isSoft }) => !isSoft).map(({ at }) => at));
  return tokens
    .filter(
      ({ kind, lower }, at) =>
        kind !== 'sign' && !denying.has(at) && !(DO.test(lower) && denying.has(at + 1)),
    )
    .map(({ lower }) => lower);
}

const DO = /^(?:do|does|did)$/u;

function wordsOf({ tokens }: Statement): string[] {
  return tokens.filter(({ kind }) => kind !== 'sign').map(({ lower }) => lower);
}
