import type { SentenceSupport, SupportReport } from '../support.ts';

/**
 * The sentences that a model may be asked about: what they tell is not found in what they cite, but nothing there
 * speaks against it either. A number, name, denial or direction that differs is decided, and so is a sentence that cites nothing.
 */
export function undecided(report: SupportReport): SentenceSupport[] {
  return report.sentences.filter(
    ({ verdict, claims }) =>
      (verdict === 'partly' || verdict === 'unsupported') &&
      claims.every(
        (claim) =>
          claim.verdict === 'supported' ||
          (claim.evidence !== undefined && (claim.fault === 'detail' || claim.fault === 'source')),
      ),
  );
}
