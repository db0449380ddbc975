import { join } from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import type { Format } from '../output/format.ts';
import type { RenderContext, Renderer } from '../output/render-context.ts';
import { rendererLoaders } from '../output/renderers.ts';
import type { ArticleTools, SavingContext } from '../pipeline/article.ts';
import { checkSeo } from '../pipeline/check-seo.ts';
import { saveArticle, saveDossier } from '../pipeline/save-files.ts';
import type { BodyRenderer } from '../pipeline/publish-article.ts';
import { openPublishers } from './open-publishers.ts';
import type { ToolOptions } from './open-tools.ts';

/** Where and in which forms the settings want articles: files, drafts at content systems, and the checks of the page. */
export async function openOutput(
  options: ToolOptions,
): Promise<Pick<ArticleTools, 'saveDossier' | 'saveArticle' | 'publishers'>> {
  const { loaded, plan, today, cwd, run } = options;
  const { outputDir, preset, site, formats, citationStyle } = loaded.settings;
  const target = { directory: outputDir, cwd, owner: run };
  const renderers = await loadRenderers(formats);
  const contextOf = (
    saving: Pick<SavingContext, 'item' | 'dossier' | 'usage'>,
    createdAt: string,
  ): RenderContext => ({
    ...saving,
    template: plan.templateOf(saving.item),
    preset,
    site,
    citationStyle,
    createdAt,
    pagesDirectory: join(packageRoot(), 'templates', 'pages'),
  });
  const bodyBy =
    (load: () => Promise<Renderer>): BodyRenderer =>
    // The research's date, so that the same article is the same draft whenever it is put there.
    async (article, saving) =>
      (await load())(article, contextOf(saving, saving.dossier.createdAt));
  return {
    saveDossier: (dossier) => saveDossier(dossier, target),
    saveArticle: async (article, saving) => {
      const context = contextOf(saving, today().toISOString());
      const saved = await saveArticle(article, { ...context, ...target, renderers });
      return { ...saved, seo: await checkSeo(article, context) };
    },
    publishers: await openPublishers(options, {
      wordpress: bodyBy(rendererLoaders.wordpress),
      ghost: bodyBy(async () => (await import('../output/render-body.ts')).renderBody),
    }),
  };
}

async function loadRenderers(formats: readonly Format[]): Promise<ReadonlyMap<Format, Renderer>> {
  const entries = formats.map(async (format): Promise<[Format, Renderer]> => [
    format,
    await rendererLoaders[format](),
  ]);
  return new Map(await Promise.all(entries));
}
