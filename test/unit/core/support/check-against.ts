import { checkClaim } from '../../../../src/core/support/check-claim.ts';

/** Checks a claim against the only passage that it cites, which begins at 100 of its source. */
export function checkAgainst(source: string, claim: string, language = 'en') {
  return checkClaim(
    claim,
    [{ sourceId: 's1', passageId: 's1p1', start: 100, text: source, heading: '' }],
    language,
  );
}
