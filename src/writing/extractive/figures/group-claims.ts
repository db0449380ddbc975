import { areEqual, claimMatcher, holds } from './match-claims.ts';
import type { Claim } from './read-claims.ts';

/** What several sources say on one figure, a claim a voice, in the order of the sources. */
export interface ClaimGroup {
  claims: readonly Claim[];
  /** Sources differ where no range holds the other; they agree where all figures are equal. */
  verdict: 'differ' | 'agree';
}

/** A third source joins two that match when it matches one of them and comes this near to the other. */
const JOINS = 0.3;
/** More claims than this are not compared; the first ones come from the best sources. */
const MOST_CLAIMS = 400;

/**
 * Finds figures that different voices state on the same thing. Strict, because a disagreement that is none is worse
 * than one that is missed: same dimension, much the same words, no contrasting word, no other condition.
 * @param voiceOf tells which sources are one voice.
 */
export function groupClaims(
  all: readonly Claim[],
  { keywordTerms, language }: { keywordTerms: readonly string[]; language: string },
  voiceOf: (sourceId: string) => string,
): ClaimGroup[] {
  const claims = all.slice(0, MOST_CLAIMS);
  const match = claimMatcher(claims, keywordTerms, language);
  const voice = (claim: Claim) => voiceOf(claim.sentence.sourceId);
  const pairs: { left: Claim; right: Claim; likeness: number }[] = [];
  for (const [index, left] of claims.entries()) {
    for (let next = index + 1; next < claims.length; next += 1) {
      const right = claims[next];
      if (right === undefined || right.quantity.dimension !== left.quantity.dimension) continue;
      if (voice(left) === voice(right)) continue;
      const { same, likeness } = match(left, right);
      if (same) pairs.push({ left, right, likeness });
    }
  }
  const groups: Claim[][] = [];
  const groupOf = new Map<Claim, Claim[]>();
  for (const { left, right } of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    const known = groupOf.get(left) ?? groupOf.get(right);
    if (known === undefined) {
      const group = [left, right];
      for (const claim of group) groupOf.set(claim, group);
      groups.push(group);
      continue;
    }
    const joining = groupOf.has(left) ? right : left;
    if (groupOf.has(joining) || known.some((each) => voice(each) === voice(joining))) continue;
    if (!known.every((each) => match(each, joining).likeness >= JOINS)) continue;
    known.push(joining);
    groupOf.set(joining, known);
  }
  return groups.flatMap((group) => {
    const ordered = group.toSorted((left, right) => left.sentence.index - right.sentence.index);
    const verdict = verdictOf(ordered);
    return verdict === undefined ? [] : [{ claims: ordered, verdict }];
  });
}

function verdictOf(claims: readonly Claim[]): ClaimGroup['verdict'] | undefined {
  const figures = claims.map((claim) => claim.quantity);
  if (figures.every((each) => figures.every((other) => areEqual(each, other)))) return 'agree';
  const apart = figures.some((each) =>
    figures.some((other) => !holds(each, other) && !holds(other, each)),
  );
  return apart ? 'differ' : undefined;
}
