import { placedParagraphs, type Article } from '../core/article.ts';
import type { Dossier } from '../core/dossier.ts';
import { summariseSupport } from '../core/support/summarise-support.ts';
import { undecided } from '../core/support/undecided.ts';
import type { SentenceSupport, SupportReport, Verdict } from '../core/support.ts';
import type { CallScope } from '../providers/call.ts';
import type { Judge } from '../writing/openai/create-judge.ts';

const REASONS = {
  supported: 'The model finds it in the source.',
  partly: 'The model finds only a part of it in the source.',
  unsupported: 'The model does not find it in the source.',
  contradicted: 'The model finds that the source says otherwise.',
} satisfies Record<Verdict, string>;

/**
 * Asks a model for the sentences that the check cannot decide, and for no others. Equal sentences on equal passages are
 * asked once; what the model leaves open stays as the check has it.
 * @param known verdicts so far; those that come are added.
 */
export async function judgeSentences(
  report: SupportReport,
  options: { article: Article; dossier: Dossier; judge: Judge; known: Map<string, Verdict> },
  scope: CallScope,
): Promise<SupportReport> {
  const { judge, known } = options;
  const passagesOf = citedPassages(options.article, options.dossier);
  const open = new Map(
    undecided(report).map((sentence) => {
      const evidence = passagesOf(sentence);
      return [sentence, { evidence, key: keyOf(sentence, evidence) }];
    }),
  );
  const unknown = new Map(
    [...open].flatMap(([{ text }, { key, evidence }]) =>
      known.has(key) ? [] : [[key, { text, evidence }] as const],
    ),
  );
  if (unknown.size > 0) {
    const verdicts = await judge.judge([...unknown.values()], scope);
    for (const [index, key] of [...unknown.keys()].entries()) {
      const verdict = verdicts[index];
      if (verdict !== undefined) known.set(key, verdict);
    }
  }
  const judged = report.sentences.map((sentence) => {
    const verdict = known.get(open.get(sentence)?.key ?? '');
    return verdict === undefined ? sentence : withVerdict(sentence, verdict);
  });
  return summariseSupport(judged);
}

interface CitedText {
  id: string;
  text: string;
}

/** The passages that a sentence cites; all of a source where it names none of them. */
function citedPassages(
  article: Article,
  dossier: Dossier,
): (sentence: SentenceSupport) => CitedText[] {
  const paragraphs = new Map(
    placedParagraphs(article).map(({ place, paragraph }) => [place, paragraph]),
  );
  return ({ place, run }) => {
    const paragraph = paragraphs.get(place);
    const runs = paragraph?.kind === 'row' ? paragraph.content : [paragraph?.content[run]];
    const citations = runs.flatMap((text) => text?.citations ?? []);
    return dossier.sources.flatMap((source) =>
      source.passages
        .filter(({ id }) =>
          citations.some(
            ({ sourceId, passageId = id }) => sourceId === source.id && passageId === id,
          ),
        )
        .map(({ id, text }) => ({ id, text })),
    );
  };
}

function keyOf({ text }: SentenceSupport, evidence: readonly CitedText[]): string {
  return JSON.stringify([text, evidence.map(({ id }) => id)]);
}

function withVerdict(
  { fault: _fault, ...sentence }: SentenceSupport,
  verdict: Verdict,
): SentenceSupport {
  return { ...sentence, verdict, reason: REASONS[verdict] };
}
