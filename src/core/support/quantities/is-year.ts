import type { Token } from '../read-tokens.ts';

/** A year where a preposition, a month or a bracket says so, or no counted thing follows. */
export function isYear(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  const next = tokens[at + 1];
  if (
    /^(?:in|since|by|from|until|till|before|after|of|during|for|to|and|through|\(|early|late|mid|seit|im|ab|und|bis|von|nach|vor|zwischen|et|y|entre|depuis|en|desde|to|between|-|–)$/u.test(
      before,
    )
  )
    return true;
  return (
    next === undefined ||
    next.kind !== 'word' ||
    !/^\p{Ll}/u.test(next.text) ||
    /^(?:and|or|to|when|with|by|at|for|in|but|as|was|is|had|has|were|the|after|because|on|it|edition|version|model|season|report|study|survey|race|festival)$/u.test(
      next.lower,
    )
  );
}
