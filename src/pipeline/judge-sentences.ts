import type { Dossier } from '../core/dossier.ts';
import type { SentenceSupport, SupportReport, Verdict } from '../core/support.ts';
import { summarise } from '../core/support/summarise.ts';
import { undecided } from '../core/support/undecided.ts';
import type { CallScope } from '../providers/call.ts';
import type { ClaimJudge } from '../writing/claim-judge.ts';

const REASONS = {
  supported: 'The model finds it in the source.',
  partly: 'The model finds only a part of it in the source.',
  unsupported: 'The model does not find it in the source.',
  contradicted: 'The model finds that the source says otherwise.',
} satisfies Record<Verdict, string>;

/**
 * Asks a model for the sentences that the check cannot decide, and for no others. Sentences that were judged before keep
 * their verdict; what the model leaves open stays as the check has it.
 */
export async function judgeSentences(
  report: SupportReport,
  options: { judge: ClaimJudge; dossier: Dossier; known: Map<string, Verdict> },
  scope: CallScope,
): Promise<SupportReport> {
  const { judge, dossier, known } = options;
  const texts = new Map(
    dossier.sources.flatMap(({ passages }) => passages.map(({ id, text }) => [id, text] as const)),
  );
  const open = undecided(report);
  const unknown = open.filter((sentence) => !known.has(keyOf(sentence)));
  const claims = unknown.map((sentence) => ({
    text: sentence.text,
    evidence: passagesOf(sentence).map((id) => ({ id, text: texts.get(id) ?? '' })),
  }));
  if (claims.length > 0) {
    const verdicts = await judge.judge(claims, scope);
    unknown.forEach((sentence, index) => {
      const verdict = verdicts[index];
      if (verdict !== undefined) known.set(keyOf(sentence), verdict);
    });
  }
  const asked = new Set(open);
  return summarise(
    report.sentences.map((sentence) => {
      const verdict = asked.has(sentence) ? known.get(keyOf(sentence)) : undefined;
      return verdict === undefined ? sentence : withVerdict(sentence, verdict);
    }),
  );
}
