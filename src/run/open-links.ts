import type { LoadedSettings } from '../config/load-settings.ts';
import { findLinks } from '../core/links/find-links.ts';
import { LinkTargets } from '../core/links/link-targets.ts';
import type { ArticleTools } from '../pipeline/article.ts';
import { readSiteArticles } from '../site/read-site-articles.ts';
import type { RunPlan } from './plan-run.ts';

/** The pages that articles of the run may link to: each other, and those that lie in the output folder. */
export async function openLinks(
  loaded: LoadedSettings,
  plan: RunPlan,
): Promise<ArticleTools['findLinks']> {
  const { internalLinks, outputDir, language } = loaded.settings;
  if (internalLinks === 0) return () => [];
  const except = new Set(plan.items.map(({ slug }) => slug));
  const others = await readSiteArticles(outputDir, { except, language });
  const targets = new LinkTargets([
    ...plan.items.map((item) => {
      return { slug: item.slug, keyword: item.keyword, language: plan.languageOf(item) };
    }),
    ...others.map(({ slug, title, keyword = title, language: tag }) => {
      return { slug, keyword, language: tag };
    }),
  ]);
  return (item, article) => findLinks(article, item, targets);
}
