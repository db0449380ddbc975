import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { LoadedSettings } from '../config/load-settings.ts';
import { packageRoot } from '../config/package-root.ts';
import type { Format } from '../output/format.ts';
import type { Renderer } from '../output/render-context.ts';
import { rendererLoaders } from '../output/renderers.ts';
import { saveArticle, saveDossier } from '../pipeline/save-files.ts';
import type { ArticleTools } from '../pipeline/article.ts';
import type { Gateway } from '../providers/call.ts';
import { createWriter } from './create-writer.ts';
import { openSearchProviders } from './open-search-providers.ts';
import type { RunPlan } from './plan-run.ts';
import { researchInput, writeInput } from './step-inputs.ts';

export interface ToolOptions {
  /** Its name. */
  run: string;
  /** Research only. */
  dryRun: boolean;
  loaded: LoadedSettings;
  plan: RunPlan;
  gateway: Gateway;
  signal: AbortSignal;
  cwd: string;
  /** The date that files tell. */
  today: () => Date;
  /** For people: what was found out on the way. */
  note: (text: string) => void;
}

/** Everything the steps need, made of the settings: searches, writer, file names. */
export async function openTools(
  options: ToolOptions,
): Promise<ArticleTools & { close: () => void }> {
  const { loaded, plan, today, cwd } = options;
  const { settings } = loaded;
  const searches = await openSearchProviders(options);
  const writer = await createWriter(options);
  const target = { directory: settings.outputDir, cwd, owner: options.run };
  const { researchItem } = await import('../pipeline/research-item.ts');
  const renderers = await loadRenderers(settings.formats);
  return {
    close: searches.close,
    writer,
    researchInput: (item, template) =>
      researchInput(item, template, {
        settings,
        language: plan.languageOf(item),
        places: searches.places,
      }),
    writeInput: (request) => writeInput(request, writer),
    templateOf: plan.templateOf,
    languageOf: plan.languageOf,
    research: (item, template, { calls, progress }) =>
      researchItem(
        item,
        {
          template,
          language: plan.languageOf(item),
          searches: searches.providers,
          given: searches.given(item, calls),
          fanOut: settings.fanOut,
          maxSources: settings.maxSources,
          maxTokens: settings.maxSourceTokens,
          createdAt: today().toISOString(),
          hash: (text) => hash('sha256', text),
        },
        calls,
        progress,
      ),
    publishers: [],
    saveDossier: (dossier) => saveDossier(dossier, target),
    saveArticle: (article, context) =>
      saveArticle(article, {
        ...context,
        ...target,
        renderers,
        template: plan.templateOf(context.item),
        preset: settings.preset,
        site: settings.site,
        createdAt: today().toISOString(),
        pagesDirectory: join(packageRoot(), 'templates', 'pages'),
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
