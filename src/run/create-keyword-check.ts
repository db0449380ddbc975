import type { ArticleTemplate } from '../core/article-template.ts';
import { AppError } from '../core/errors.ts';
import type { KeywordCheck, KeywordItem, KeywordProblem } from '../core/keyword.ts';
import type { SourceCheckOptions } from '../research/given-sources.ts';

interface KeywordCheckOptions extends SourceCheckOptions {
  loadTemplate: (nameOrPath: string) => Promise<ArticleTemplate>;
}

/** Looks whether the template and the sources that a row names can be used. */
export function createKeywordCheck(options: KeywordCheckOptions): KeywordCheck {
  let checkSources: ((item: KeywordItem) => Promise<KeywordProblem[]>) | undefined;

  return (item) => {
    // Most rows name neither, and a run may have 100,000.
    if (item.template === undefined && item.sources === undefined) return [];
    return checkBoth(item);
  };

  async function checkBoth(item: KeywordItem): Promise<KeywordProblem[]> {
    const problems = await checkTemplate(item.template, options.loadTemplate);
    if (item.sources === undefined) return problems;
    if (checkSources === undefined) {
      const { createSourceCheck } = await import('../research/given-sources.ts');
      checkSources = createSourceCheck(options);
    }
    return [...problems, ...(await checkSources(item))];
  }
}

async function checkTemplate(
  name: string | undefined,
  loadTemplate: KeywordCheckOptions['loadTemplate'],
): Promise<KeywordProblem[]> {
  if (name === undefined) return [];
  try {
    await loadTemplate(name);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { message, suggestions } = error;
    const text = message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/u, '');
    return [{ message: text, suggestions }];
  }
}
