import { type Article, citedTexts } from '../core/article.ts';
import { settleDoubts } from '../core/settle-doubts.ts';
import { spareDescription } from '../core/spare-description.ts';
import { checkSupport } from '../core/support/check-support.ts';
import { groundCitations } from '../core/support/ground-citations.ts';
import type { SentenceSupport, SupportReport, Verdict } from '../core/support.ts';
import type { SupportScore } from '../core/summary.ts';
import { unsaidFigures } from '../core/text/unsaid-figures.ts';
import type { CallScope } from '../providers/call.ts';
import type { ArticleWriter, WriteRequest } from '../writing/article-writer.ts';
import type { Judge } from '../writing/openai/create-judge.ts';
import { findProblems } from './find-problems.ts';
import { isDoubtful } from './is-doubtful.ts';
import type { StepTools } from './item-scope.ts';
import { judgeSentences } from './judge-sentences.ts';
import { quoteCopies } from './quote-copies.ts';

/** After so many rounds what is still not borne out is taken out or marked. */
const MOST_ROUNDS = 2;

export interface CheckOptions {
  writer: ArticleWriter;
  /** Decides what the check cannot; absent unless asked for. */
  judge?: Judge | undefined;
  unsupported: 'remove' | 'mark';
  /** Words that a model may copy from a source in one run, outside quotations. */
  maxVerbatim: number;
}

export interface CheckedArticle {
  article: Article;
  support: SupportScore;
  /** The sentences that are not borne out whole, as the writer delivered them; those that were taken out included. */
  doubts: readonly SentenceSupport[];
}

/**
 * Holds a draft to its sources: finds the sentences that they do not bear out, lets the writer mend the parts concerned
 * in up to two rounds, and takes out or marks what is left. Every citation then points to the very words.
 */
export async function checkArticle(
  request: WriteRequest,
  draft: Article,
  options: CheckOptions,
  { calls, progress }: StepTools,
): Promise<CheckedArticle> {
  const { dossier } = request;
  const { writer, maxVerbatim } = options;
  const assess = createAssessment(request, options, calls);
  let article = draft;
  let report = await assess(article);
  let told = '';
  for (let round = 0; round < MOST_ROUNDS && writer.revise !== undefined; round += 1) {
    progress(round, MOST_ROUNDS);
    const problems = findProblems(article, report, { dossier, maxVerbatim });
    const asked = JSON.stringify(problems);
    // The same question would get the same answer.
    if (problems.length === 0 || asked === told) break;
    told = asked;
    const revised = await writer.revise({ ...request, article, problems }, calls);
    const revisedReport = await assess(revised);
    // A revision that makes things worse is not taken.
    if (revisedReport.score < report.score) break;
    [article, report] = [revised, revisedReport];
  }
  progress(MOST_ROUNDS, MOST_ROUNDS);
  const doubts = report.sentences.filter(({ verdict }) => verdict !== 'supported');
  const settled = settleDoubts(
    groundCitations(article, report, dossier),
    doubts.filter(({ verdict }) => isDoubtful(verdict)),
    options.unsupported,
  );
  const described = describeAgain(draft, settled.article, request.item.keyword);
  return {
    // Sentences of the sources are what the extractive writer is there for.
    article: writer.model === undefined ? described : quoteCopies(described, dossier, maxVerbatim),
    support: scoreOf(report, settled.removed),
    doubts,
  };
}

/**
 * A description that was made of the introduction says nothing that was taken out of it or marked, and no description
 * has a figure that the article does not have.
 */
function describeAgain(draft: Article, settled: Article, keyword: string): Article {
  const said = [keyword, ...soundTexts(settled)].join('\n');
  const isSpare = draft.description === spareDescription(draft);
  if (!isSpare && unsaidFigures(settled.description, said).length === 0) return settled;
  const again = spareDescription(settled);
  return again === '' ? settled : { ...settled, description: again };
}

function soundTexts(article: Article): string[] {
  const sound = citedTexts(article).filter(({ doubt }) => doubt === undefined);
  return sound.map(({ text }) => text);
}

/** The check, and the judge where there is one; what was judged once is not asked again. */
function createAssessment(
  { dossier }: WriteRequest,
  { judge }: CheckOptions,
  calls: CallScope,
): (article: Article) => Promise<SupportReport> {
  const known = new Map<string, Verdict>();
  return async (article) => {
    const report = checkSupport(article, dossier);
    return judge === undefined
      ? report
      : judgeSentences(report, { article, dossier, judge, known }, calls);
  };
}

function scoreOf({ score, counts, sentences }: SupportReport, removed: number): SupportScore {
  return { score, sentences: sentences.length, ...counts, removed };
}
