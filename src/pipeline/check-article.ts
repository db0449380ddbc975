import type { Article } from '../core/article.ts';
import { AppError } from '../core/errors.ts';
import { checkSupport } from '../core/support/check-support.ts';
import { groundCitations } from '../core/support/ground-citations.ts';
import type { SentenceSupport, SupportReport, Verdict } from '../core/support.ts';
import type { SupportScore } from '../core/summary.ts';
import { settleDoubts } from '../writing/settle-doubts.ts';
import type { ArticleWriter, RevisionProblem, WriteRequest } from '../writing/article-writer.ts';
import { applyVerdicts, type Judge } from './judge-sentences.ts';
import { findProblems } from './find-problems.ts';
import type { StepTools } from './item-scope.ts';

/** After so many rounds what is still not borne out is taken out or marked. */
const MOST_ROUNDS = 2;

export interface CheckOptions {
  writer: ArticleWriter;
  /** Decides what the check cannot; absent unless asked for. */
  judge?: Judge | undefined;
  unsupported: 'remove' | 'mark';
  /** Words that may be copied from a source in one run, outside quotations. */
  maxVerbatim: number;
}

export interface CheckedArticle {
  article: Article;
  support: SupportScore;
  /** The sentences that did not pass, as the writer left them. */
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
  const { writer, judge } = options;
  let article = draft;
  let report = await assess(article);
  for (let round = 0; round < MOST_ROUNDS && writer.revise !== undefined; round += 1) {
    progress(round, MOST_ROUNDS);
    const problems = findProblems(article, report, request, options);
    if (problems.length === 0) break;
    const revised = await writer.revise({ ...request, article, problems }, calls);
    article = await betterOf(revised, article);
  }
  progress(MOST_ROUNDS, MOST_ROUNDS);
  const doubts = report.sentences.filter(({ verdict }) => isDoubt(verdict));
  const grounded = groundCitations(article, report);
  const settled = settleDoubts(grounded, doubts, options.unsupported);
  return {
    article: settled.article,
    support: { ...scoreOf(report), removed: settled.removed },
    doubts,
  };
}
