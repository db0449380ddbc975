import type { ArticleTemplate } from '../../core/article-template.ts';
import { AppError } from '../../core/errors.ts';
import { deriveQuestions } from '../../research/derive-questions.ts';
import { articleTitle } from '../../writing/article-title.ts';

export interface TrialOptions {
  keyword: string;
  language: string;
  year: number;
}

/** What a template makes of a keyword. */
export interface TemplateTrial {
  keyword: string;
  /** As for an article with `count` sections. */
  title: string;
  count: number;
  questions: string[];
}

/**
 * The title and the questions that a template gives a keyword, made by what a run makes them with.
 * @throws AppError `CONFIG_INVALID` where its Liquid cannot be rendered, though it can be read.
 */
export function tryTemplate(template: ArticleTemplate, options: TrialOptions): TemplateTrial {
  const count = template.sections.maximum;
  try {
    return {
      keyword: options.keyword,
      title: articleTitle({ ...options, template, count }),
      count,
      questions: deriveQuestions(options.keyword, template),
    };
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n', 1);
    throw new AppError(
      'CONFIG_INVALID',
      `The title or a question of the template ${template.name} cannot be rendered: ${reason}.`,
      { suggestions: ['Use nothing but variables and filters in them.'], cause: error },
    );
  }
}
