import type { ArticleTemplate } from '../core/article-template.ts';
import type { Article } from '../core/article.ts';
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

/** Turns a dossier into an article. */
export interface ArticleWriter {
  readonly name: 'openai' | 'extractive';
  readonly model?: string;
  /** All that decides the article beside the request: prompts, model, version of the writer. Plain JSON. */
  readonly settings: unknown;
  /** Absent for writers that make no calls. */
  estimate?(request: WriteRequest): WritingEstimate;
  /** @throws AppError `ANSWER_INVALID` or `NO_SOURCES`, or what a provider failed with. */
  write(request: WriteRequest, scope: CallScope): Promise<Article>;
}
