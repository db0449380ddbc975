import type { SeoFinding } from '../core/summary.ts';
import type { Page, PageFormat } from './page.ts';

/** Every rule, by the name that findings and reports give it. */
export type RuleId =
  | 'title-missing'
  | 'title-length'
  | 'title-duplicate'
  | 'description-missing'
  | 'description-length'
  | 'figure-unsaid'
  | 'keyword-title'
  | 'keyword-introduction'
  | 'keyword-heading'
  | 'keyword-slug'
  | 'keyword-rare'
  | 'keyword-stuffing'
  | 'page-empty'
  | 'h1-missing'
  | 'h1-several'
  | 'heading-order'
  | 'heading-empty'
  | 'heading-duplicate'
  | 'section-empty'
  | 'paragraph-length'
  | 'sentence-length'
  | 'readability'
  | 'word-count'
  | 'faq-missing'
  | 'placeholder-text'
  | 'hidden-characters'
  | 'active-markup'
  | 'front-matter-invalid'
  | 'link-unsafe'
  | 'link-broken'
  | 'link-anchor'
  | 'link-text'
  | 'links-internal'
  | 'links-external'
  | 'image-alt'
  | 'json-ld-missing'
  | 'json-ld-invalid'
  | 'json-ld-recommended'
  | 'json-ld-mismatch'
  | 'canonical-missing'
  | 'canonical-invalid'
  | 'open-graph'
  | 'twitter-card'
  | 'language-missing'
  | 'noindex';

/** What the rules know beside the page itself. All of it may be missing. */
export interface CheckContext {
  /** How other pages and messages call this page: its path, or its slug in a run. */
  name?: string;
  /** Takes the place of the keyword that the page names. */
  keyword?: string;
  /** BCP 47; takes the place of the language that the page declares. */
  language?: string;
  /** Stands in where the page names none. */
  slug?: string;
  /** How long the template wants it. */
  words?: { minimum: number; maximum: number };
  /** True where the type of article wants questions and answers. */
  faq?: boolean;
  /** The names of all pages with a title, by its `titleKey`. */
  titles?: ReadonlyMap<string, readonly string[]>;
  /** Whether there is a file at a path, relative to the page; without it links to files are not followed. */
  fileExists?: (path: string) => boolean;
}

export interface RuleFinding {
  message: string;
  /** Where the rule's own remedy does not fit. */
  remedy?: string;
  line?: number | undefined;
}

/** One rule as data. */
export interface Rule {
  id: RuleId;
  severity: SeoFinding['severity'];
  appliesTo: readonly PageFormat[];
  /** What it wants, in one sentence. */
  wants: string;
  remedy: string;
  check: (page: Page, context: CheckContext) => readonly RuleFinding[];
}

export const ARTICLES: readonly PageFormat[] = ['markdown', 'html'];
export const EVERYTHING: readonly PageFormat[] = ['markdown', 'html', 'text'];
export const HTML_ONLY: readonly PageFormat[] = ['html'];
export const MARKDOWN_ONLY: readonly PageFormat[] = ['markdown'];
