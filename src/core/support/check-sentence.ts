import type { ClaimSupport, Verdict } from '../support.ts';
import { checkClaim } from './check-claim.ts';
import type { CitedPassage } from './cited-passage.ts';
import { splitClaims } from './split-claims.ts';

const WORST_FIRST: readonly Verdict[] = ['contradicted', 'unsupported', 'partly', 'supported'];

/** The check of a sentence: of all its claims, and the worst of them. */
export interface CheckedSentence extends Omit<ClaimSupport, 'claim'> {
  claims: readonly ClaimSupport[];
}

/** Checks a sentence against the passages that it cites: as a whole when it stands there, else claim by claim. */
export function checkSentence(
  text: string,
  passages: readonly CitedPassage[],
  language: string,
): CheckedSentence {
  const whole = checkClaim(text, passages, language);
  const parts = splitClaims(text, language);
  const claims =
    parts.length < 2 || whole.score === 1
      ? [whole]
      : parts.map((part) => checkClaim(part, passages, language));
  const worst = WORST_FIRST.map((verdict) =>
    claims.find((claim) => claim.verdict === verdict),
  ).find((claim) => claim !== undefined);
  const { claim: _claim, ...support } = worst ?? whole;
  return { ...support, claims };
}
