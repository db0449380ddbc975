import type { ArticleTemplate } from '../core/article-template.ts';
import type { Article } from '../core/article.ts';
import type { Dossier } from '../core/dossier.ts';
import type { PlannedItem } from '../core/keyword.ts';
import type { CitationStyle } from '../core/references/citation-style.ts';
import type { SentenceSupport } from '../core/support.ts';
import type { SupportScore } from '../core/summary.ts';
import type { Usage } from '../core/usage.ts';
import type { Place } from './article-address.ts';

/** What a rendered article tells beside its text. */
export interface RenderContext extends Place {
  item: PlannedItem;
  /** The type that the article was written as. */
  template: ArticleTemplate;
  /** The research that the article's citations point into. */
  dossier: Dossier;
  /** What the check of its sentences came to, where it was made. */
  support?: SupportScore;
  /** Sentences that the check does not find borne out whole, those that were taken out included. */
  doubts?: readonly SentenceSupport[];
  /** What research and writing have consumed. */
  usage: Usage;
  /** Of the list of sources. */
  citationStyle: CitationStyle;
  /** ISO 8601. */
  createdAt: string;
  /** Folder of the page templates: `templates/pages` of the package, or the user's own. */
  pagesDirectory: string;
}

/** Turns an article into the whole text of a file. */
export type Renderer = (article: Article, context: RenderContext) => string | Promise<string>;
