import { type Article, citedTexts } from './article.ts';
import { countWords } from './text/count-words.ts';

/** Words of an article's body: its texts, headings and questions, without title and meta description. */
export function countArticleWords(article: Article): number {
  const texts = [
    ...article.sections.map((section) => section.heading),
    ...article.faq.map((entry) => entry.question),
    ...citedTexts(article).map((run) => run.text),
  ];
  return texts.reduce((sum, text) => sum + countWords(text, article.language), 0);
}
