import { assignSlugs } from '../core/assign-slugs.ts';
import type { ArticleTemplate } from '../core/article-template.ts';
import type { KeywordItem, PlannedItem } from '../core/keyword.ts';
import type { Settings } from '../config/settings.ts';

export interface RunPlan {
  items: readonly PlannedItem[];
  templateOf: (item: PlannedItem) => ArticleTemplate;
  languageOf: (item: PlannedItem) => string;
}

/**
 * Gives every keyword its file name and its template; what a row leaves open the settings fill in.
 * @throws AppError `CONFIG_INVALID` when the template of the settings cannot be used; those of rows are checked as they are read.
 */
export async function planRun(
  keywords: readonly KeywordItem[],
  settings: Settings,
  loadTemplate: (nameOrPath: string) => Promise<ArticleTemplate>,
): Promise<RunPlan> {
  const nameOf = (item: KeywordItem) => item.template ?? settings.template;
  const templates = new Map<string, ArticleTemplate>();
  for (const name of new Set([settings.template, ...keywords.map(nameOf)])) {
    templates.set(name, await loadTemplate(name));
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
