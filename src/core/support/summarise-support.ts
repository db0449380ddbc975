import type { SentenceSupport, SupportReport, Verdict } from '../support.ts';

/** The report on sentences that were checked: how many there are of each verdict, and the share of supported ones. */
export function summariseSupport(sentences: readonly SentenceSupport[]): SupportReport {
  const counts: Record<Verdict, number> = {
    supported: 0,
    partly: 0,
    unsupported: 0,
    contradicted: 0,
  };
  for (const { verdict } of sentences) counts[verdict]++;
  const score = sentences.length === 0 ? 1 : counts.supported / sentences.length;
  return { score, counts, sentences };
}
