import type { ArticleTemplate } from './article-template.ts';

/** What of a template decides how many calls an article takes and how long its parts are. */
export type WritingShape = Pick<ArticleTemplate, 'sections' | 'words' | 'faq'>;

/** Words that the parts of an article get. */
export interface WordShares {
  introduction: number;
  /** Of each section. */
  section: number;
  /** Of each answer of the FAQ. */
  answer: number;
  conclusion: number;
}

/** Articles of so few words are written in one call: their parts are shorter than what each call is told. */
const SHORT_ARTICLE = 600;
const ANSWER_WORDS = 45;
const SHORTEST_SECTION = 40;

/** How many sections an article is planned to have: the middle of what its template allows. */
export function sectionCount({ sections }: Pick<WritingShape, 'sections'>): number {
  return Math.round((sections.minimum + sections.maximum) / 2);
}

/** True where sections and FAQ are written in one call together. */
export function isShortArticle({ words }: Pick<WritingShape, 'words'>): boolean {
  return (words.minimum + words.maximum) / 2 <= SHORT_ARTICLE;
}

/** Calls to the model that an article takes when nothing has to be repeated: its plan, its parts, and what closes it. */
export function writingCalls(shape: WritingShape, sections = sectionCount(shape)): number {
  const parts = isShortArticle(shape) ? 1 : sections + (shape.faq > 0 ? 1 : 0);
  return 1 + parts + 1;
}

/** Shares out the words of the middle of the template's length. */
export function wordShares(shape: WritingShape, sections = sectionCount(shape)): WordShares {
  const words = (shape.words.minimum + shape.words.maximum) / 2;
  const introduction = Math.round(Math.min(90, words * 0.1));
  const conclusion = Math.round(Math.min(80, words * 0.08));
  const rest = words - introduction - conclusion - shape.faq * ANSWER_WORDS;
  const section = Math.max(SHORTEST_SECTION, Math.round(rest / Math.max(1, sections)));
  return { introduction, section, answer: ANSWER_WORDS, conclusion };
}
