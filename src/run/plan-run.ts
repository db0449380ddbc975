import { assignSlugs } from '../core/assign-slugs.ts';
import type { ArticleTemplate } from '../core/article-template.ts';
import type { KeywordItem, PlannedItem } from '../core/keyword.ts';
import type { Settings } from '../config/settings.ts';

export interface RunPlan {
  /** In input order; the index of each is its place. */
  items: readonly PlannedItem[];
  templateOf: (item: PlannedItem) => ArticleTemplate;
  languageOf: (item: PlannedItem) => string;
}

/** Gives every keyword its file name; the voice that a row leaves open the settings fill in. */
export function planItems(keywords: readonly KeywordItem[], settings: Settings): PlannedItem[] {
  const { tone, audience, instructions } = settings;
  return assignSlugs(keywords).map((item) => ({
    ...(tone === undefined ? {} : { tone }),
    ...(audience === undefined ? {} : { audience }),
    ...(instructions === undefined ? {} : { instructions }),
    ...item,
  }));
}

/**
 * Gives every item its template and its language; what a row leaves open the settings fill in.
 * @throws AppError `CONFIG_INVALID` when a template cannot be used; those of rows are checked as they are read.
 */
export async function planRun(
  items: readonly PlannedItem[],
  settings: Settings,
  loadTemplate: (nameOrPath: string) => Promise<ArticleTemplate>,
): Promise<RunPlan> {
  const nameOf = (item: KeywordItem) => item.template ?? settings.template;
  const templates = new Map<string, ArticleTemplate>();
  for (const name of new Set([settings.template, ...items.map(nameOf)])) {
    templates.set(name, await loadTemplate(name));
  }
  return {
    items,
    templateOf: (item) => templates.get(nameOf(item)) as ArticleTemplate,
    languageOf: (item) => item.language ?? settings.language,
  };
}
