import { Liquid } from 'liquidjs';
import type { ArticleTemplate } from '../core/article-template.ts';
import type { TemplateProblem } from './template-problem.ts';

const liquid = new Liquid();

const TITLE_KNOWS = ['keyword', 'year', 'count'];
const QUESTIONS_KNOW = ['keyword'];

/** Variables in title and questions that nothing is known of: they would print nothing, without an error. */
export function unknownVariables(
  { title, questions }: Pick<ArticleTemplate, 'title' | 'questions'>,
  lineOf: (path: readonly PropertyKey[]) => number | undefined,
): TemplateProblem[] {
  const texts = [
    { path: ['title'], text: title, known: TITLE_KNOWS },
    ...questions.map((text, at) => ({ path: ['questions', at], text, known: QUESTIONS_KNOW })),
  ];
  return texts.flatMap(({ path, text, known }) =>
    liquid
      .globalVariablesSync(text, { partials: false })
      .filter((name) => !known.includes(name))
      .map((name) => ({
        line: lineOf(path),
        field: path.join('.'),
        message: `“${name}” is not known here and prints nothing (known: ${known.join(', ')})`,
      })),
  );
}
