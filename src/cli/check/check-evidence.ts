import { findingOf } from '../../checking/check-page.ts';
import { citedSentences } from '../../checking/cited-sentences.ts';
import type { Page } from '../../checking/page.ts';
import { showText } from '../../checking/text/show-text.ts';
import type { Dossier } from '../../core/dossier.ts';
import type { SeoFinding } from '../../core/summary.ts';
import type { Verdict } from '../../core/support.ts';
import { EVIDENCE_RULES } from './evidence-rules.ts';
import type { JudgeSentences } from './judge-sentences.ts';

/** How an article stands to its dossier. */
export interface Evidence {
  sentences: number;
  /** Sentences with at least one citation that leads to a source of the dossier. */
  cited: number;
  /** Supported sentences, where support was judged, else cited ones, over all; 1 for an article without any. */
  score: number;
  /** Where support was judged. */
  verdicts?: Readonly<Record<Verdict, number>>;
}

export interface EvidenceOptions {
  /** Tells of each sentence how far its sources bear it out. */
  judge?: JudgeSentences | undefined;
  /** The least share of sentences that have to be supported, 0 to 1. */
  minSupport?: number | undefined;
}

const RULE_OF_VERDICT = {
  supported: undefined,
  partly: EVIDENCE_RULES['claim-partly'],
  unsupported: EVIDENCE_RULES['claim-unsupported'],
  contradicted: EVIDENCE_RULES['claim-contradicted'],
} satisfies Record<Verdict, unknown>;

/** Follows the citations of an article into its dossier, and judges its sentences by what they cite. */
export function checkEvidence(
  page: Page,
  dossier: Dossier,
  { judge, minSupport = 0 }: EvidenceOptions,
): { evidence: Evidence; findings: SeoFinding[] } {
  const sentences = citedSentences(page, dossier);
  const findings = sentences.flatMap(({ text, line, unresolved }) =>
    unresolved.map((mark) => {
      const message = `The citation ${showText(mark)} of ${showText(text)} leads to no source of the dossier.`;
      return findingOf(EVIDENCE_RULES['citation-unresolved'], { message, line });
    }),
  );
  const cited = sentences.filter(({ citations }) => citations.length > 0).length;
  const verdicts = { supported: 0, partly: 0, unsupported: 0, contradicted: 0 };
  for (const [index, judgement] of (
    judge?.(sentences, dossier, page.language ?? 'en') ?? []
  ).entries()) {
    const { verdict, reason } = judgement;
    verdicts[verdict] += 1;
    const rule = RULE_OF_VERDICT[verdict];
    const sentence = sentences[index];
    if (rule === undefined || sentence === undefined) continue;
    const message = `${showText(sentence.text)}: ${verdict}. ${reason}`;
    findings.push(findingOf(rule, { message, line: sentence.line }));
  }
  const good = judge === undefined ? cited : verdicts.supported;
  const score = sentences.length === 0 ? 1 : good / sentences.length;
  if (score < minSupport) {
    const kind = judge === undefined ? 'cite a source of the dossier' : 'are supported';
    const message = `${good} of ${sentences.length} sentences ${kind} (${percent(score)}); at least ${percent(minSupport)} are asked for.`;
    findings.push(findingOf(EVIDENCE_RULES['support-low'], { message }));
  }
  const evidence = { sentences: sentences.length, cited, score };
  return { evidence: judge === undefined ? evidence : { ...evidence, verdicts }, findings };
}

function percent(share: number): string {
  // Not rounded up: 99.96 % is no 100 %.
  return `${Math.floor(share * 1000) / 10} %`;
}
