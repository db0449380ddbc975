import { assignSlugs } from '../core/assign-slugs.ts';
import type { ArticleTemplate } from '../core/article-template.ts';
import { AppError } from '../core/errors.ts';
import type { KeywordItem, PlannedItem } from '../core/keyword.ts';
import type { Settings } from '../config/settings.ts';

export interface RunPlan {
  items: readonly PlannedItem[];
  templateOf: (item: PlannedItem) => ArticleTemplate;
  languageOf: (item: PlannedItem) => string;
}

/**
 * Gives every keyword its file name and its template; what a row leaves open the settings fill in.
 * @throws AppError `CONFIG_INVALID` with all templates that cannot be used, before anything is spent.
 */
export async function planRun(
  keywords: readonly KeywordItem[],
  settings: Settings,
  loadTemplate: (nameOrPath: string) => Promise<ArticleTemplate>,
): Promise<RunPlan> {
  const nameOf = (item: KeywordItem) => item.template ?? settings.template;
  const templates = new Map<string, ArticleTemplate>();
  const problems: AppError[] = [];
  for (const name of new Set([settings.template, ...keywords.map(nameOf)])) {
    try {
      templates.set(name, await loadTemplate(name));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      problems.push(error);
    }
  }
  const [first, ...others] = problems;
  if (first !== undefined && others.length === 0) throw first;
  if (first !== undefined) {
    throw new AppError('CONFIG_INVALID', problems.map((problem) => problem.message).join('\n'), {
      suggestions: [...new Set(problems.flatMap((problem) => problem.suggestions))],
    });
  }
  const { tone, audience } = settings;
  const items = assignSlugs(keywords).map((item) => ({
    ...(tone === undefined ? {} : { tone }),
    ...(audience === undefined ? {} : { audience }),
    ...item,
  }));
  return {
    items,
    templateOf: (item) => templates.get(nameOf(item)) as ArticleTemplate,
    languageOf: (item) => item.language ?? settings.language,
  };
}
