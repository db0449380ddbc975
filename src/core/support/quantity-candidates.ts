import type { Alignment } from './align-claim.ts';
import { contextProfile } from './context-likeness.ts';
import { isInWindow } from './in-window.ts';
import type { Quantity } from './quantity.ts';
import type { Statement } from './statement.ts';

/** A number or date of the passages that one of the claim may be. */
export interface Candidate {
  quantity: Quantity;
  /** How alike its surroundings are, by each term of the claim, and in all. */
  profile: readonly number[];
  likeness: number;
  inWindow: boolean;
}

/** All numbers and dates of the passages, with their likeness to one of the claim. */
export function candidatesFor(
  claim: Statement,
  quantity: Quantity,
  alignment: Alignment,
): Candidate[] {
  const at = quantity.from;
  return alignment.passages.flatMap(({ statements }, passage) =>
    statements.flatMap((statement, index) =>
      statement.quantities.map((other) => {
        const profile = contextProfile(claim, at, alignment, passage, index, other.from);
        return {
          quantity: other,
          profile,
          likeness: profile.reduce((sum, part) => sum + part, 0),
          inWindow: isInWindow({ passage, statement: index }, alignment),
        };
      }),
    ),
  );
}

/** How much more of the claim has to stand nearer to another number for that to be the one that the claim should tell. */
const CLEARLY = 2;

const LEAST_DIFFERENCE = 0.2;

const FREE = 0.5;

/** Compares only what tells the two apart: words that are nearer to the one than to the other. */
export function isClearly(rival: Candidate, best: Candidate, closeness: number): boolean {
  let more = 0;
  let less = 0;
  for (const [index, part] of rival.profile.entries()) {
    const difference = part - (best.profile[index] ?? 0);
    if (difference > 0) more += difference;
    else less -= difference;
  }
  // Another order of words moves numbers away from their own.
  const slack = closeness < FREE ? 3 : 1;
  return more > slack * (less * CLEARLY + (best.inWindow ? LEAST_DIFFERENCE : 0.1));
}
