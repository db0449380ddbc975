/** What a page is to search engines, as a type of schema.org. */
export const PAGE_TYPES = ['Article', 'BlogPosting', 'HowTo', 'FAQPage'] as const;
export type PageType = (typeof PAGE_TYPES)[number];

/** What an article of one type looks like; read from the front matter and body of a template file. */
export interface ArticleTemplate {
  name: string;
  description: string;
  /** Liquid; knows `keyword` (as a title), `year` and `count` (number of sections). */
  title: string;
  sections: { minimum: number; maximum: number };
  /** Length of the whole article in words. */
  words: { minimum: number; maximum: number };
  /** Questions that the research asks beside the keyword; Liquid, knows `keyword`. 3 to 5. */
  questions: readonly string[];
  /** How headings are put: as a question, a topic, a numbered item or a numbered step. */
  headings: 'question' | 'topic' | 'item' | 'step';
  /** How many questions the FAQ holds at most; 0 for none. */
  faq: number;
  /**
   * The page's type: every page is an `Article` (or a `BlogPosting`); `HowTo` adds its numbered sections as steps,
   * `FAQPage` its sections as questions with their answers.
   */
  schema: PageType;
  /** What the model is told about structure and voice. */
  instructions: string;
}
