import type { SeoFinding } from '../../core/summary.ts';

/** What is found by comparing an article with its dossier. */
export type EvidenceRuleId =
  | 'citation-unresolved'
  | 'claim-contradicted'
  | 'claim-unsupported'
  | 'claim-partly'
  | 'support-low'
  | 'dossier-unreadable';

/** A rule as reports describe it. */
export interface ReportedRule {
  id: string;
  severity: SeoFinding['severity'];
  wants: string;
  remedy: string;
}

export const EVIDENCE_RULES = {
  'citation-unresolved': {
    id: 'citation-unresolved',
    severity: 'error',
    wants: 'A source of the dossier behind every citation.',
    remedy: 'Correct the number, add the source to the list, or take the sentence out.',
  },
  'claim-contradicted': {
    id: 'claim-contradicted',
    severity: 'error',
    wants: 'No sentence that its sources contradict.',
    remedy: 'Correct the sentence by what the source says.',
  },
  'claim-unsupported': {
    id: 'claim-unsupported',
    severity: 'warning',
    wants: 'Every sentence borne out by the sources that it cites.',
    remedy: 'Cite the source that says it, or take the sentence out.',
  },
  'claim-partly': {
    id: 'claim-partly',
    severity: 'note',
    wants: 'All of a sentence borne out by the sources that it cites.',
    remedy: 'Keep to what the source says, or cite a further one.',
  },
  'support-low': {
    id: 'support-low',
    severity: 'error',
    wants: 'The share of sentences with support that `--min-support` asks for.',
    remedy: 'Cite sources for the sentences above, or take them out.',
  },
  'dossier-unreadable': {
    id: 'dossier-unreadable',
    severity: 'warning',
    wants: 'A dossier that can be read, where one lies in `research/` beside the article.',
    remedy: 'Write it anew with: seo-content research KEYWORD',
  },
} satisfies Record<EvidenceRuleId, ReportedRule>;
