import { expect, it } from 'vitest';
import { countArticleWords } from '../../../src/core/count-article-words.ts';
import { sampleArticle } from '../output/sample.ts';

it('counts headings, questions and texts, not the title or the description', () => {
  const article = sampleArticle({
    introduction: [{ kind: 'text', content: [{ text: 'One two.', citations: [] }] }],
    sections: [{ heading: 'Three', paragraphs: [] }],
    faq: [
      {
        question: 'Four five?',
        answer: [{ kind: 'text', content: [{ text: 'Six.', citations: [] }] }],
      },
    ],
    conclusion: [{ kind: 'item', content: [{ text: 'seven e-bike', citations: [] }] }],
  });
  expect(countArticleWords(article)).toBe(8);
});
