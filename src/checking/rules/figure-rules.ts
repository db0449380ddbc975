import { unsaidFigures } from '../../core/text/unsaid-figures.ts';
import type { Page } from '../page.ts';
import { ARTICLES, type Rule } from '../rule.ts';
import { showText } from '../text/show-text.ts';

export const figureUnsaid: Rule = {
  id: 'figure-unsaid',
  severity: 'warning',
  appliesTo: ARTICLES,
  wants:
    'No figure in title and meta description that neither the text nor the keyword has; whole numbers up to 20 may count something.',
  remedy: 'Take the figure of the text, or tell it there with its source.',
  check: (page, { keyword = page.keyword ?? '' }) => {
    const { title, description } = page;
    const said = `${keyword}\n${textOf(page)}`;
    const parts = [
      { name: 'title', part: title },
      { name: 'meta description', part: description },
    ];
    return parts.flatMap(({ name, part }) => {
      const [figure] = unsaidFigures(part?.text ?? '', said);
      if (figure === undefined) return [];
      const message = `The ${name} says ${showText(figure)}, which stands nowhere in the text.`;
      return [{ message, line: part?.line }];
    });
  },
};

function textOf({ headings, blocks }: Page): string {
  const below = headings.filter(({ level }) => level > 1);
  return [...below, ...blocks].map(({ text }) => text).join('\n');
}
