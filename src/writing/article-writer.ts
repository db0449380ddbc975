import type { ArticleTemplate } from '../core/article-template.ts';
import type { Article } from '../core/article.ts';
import type { Outline } from '../core/outline.ts';
import type { Dossier } from '../core/dossier.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { WritingEstimate } from '../core/summary.ts';
import type { CallScope } from '../providers/call.ts';

export interface WriteRequest {
  item: PlannedItem;
  dossier: Dossier;
  template: ArticleTemplate;
  /** BCP 47 tag. */
  language: string;
}

/** A part of an article that is to be written again: `introduction`, `sections.2`, `faq.0`, `conclusion`, `title`, `description`. */
export interface RevisionProblem {
  part: string;
  /** What is wrong with it, one sentence. */
  message: string;
}

export interface ReviseRequest extends WriteRequest {
  article: Article;
  problems: readonly RevisionProblem[];
}

/** Turns a dossier into an article. */
export interface ArticleWriter {
  readonly name: 'openai' | 'extractive';
  readonly model?: string;
  /** All that decides the article beside the request: prompts, model, version of the writer. Plain JSON. */
  readonly settings: unknown;
  /** Absent for writers that make no calls. */
  estimate?(request: WriteRequest): WritingEstimate;
  /** Plans the sections; absent for writers that plan as they write. @throws as `write`. */
  outline?(request: WriteRequest, scope: CallScope): Promise<Outline>;
  /**
   * @param progress told how many of the parts are written.
   * @throws AppError `ANSWER_INVALID` or `NO_SOURCES`, or what a provider failed with.
   */
  write(
    request: WriteRequest & { outline?: Outline },
    scope: CallScope,
    progress?: (done: number, total: number) => void,
  ): Promise<Article>;
  /** Writes the parts again that have problems, and leaves the others as they are. Absent for writers that cannot. */
  revise?(request: ReviseRequest, scope: CallScope): Promise<Article>;
}
