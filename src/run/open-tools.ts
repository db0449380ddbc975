import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { LoadedSettings } from '../config/load-settings.ts';
import { packageRoot } from '../config/package-root.ts';
import { saveArticle, saveDossier } from '../pipeline/save-files.ts';
import type { ArticleTools } from '../pipeline/article.ts';
import type { Gateway } from '../providers/call.ts';
import type { ArticleWriter } from '../writing/article-writer.ts';
import { openSearchProviders } from './open-search-providers.ts';
import type { RunPlan } from './plan-run.ts';

export interface ToolOptions {
  loaded: LoadedSettings;
  plan: RunPlan;
  gateway: Gateway;
  signal: AbortSignal;
  cwd: string;
  /** Wall clock. */
  today: () => Date;
  /** For people: what was found out on the way. */
  note: (text: string) => void;
}

/** Everything the steps need, made of the settings: searches, writer, file names. */
export async function openTools(
  options: ToolOptions,
): Promise<ArticleTools & { close: () => void }> {
  const { loaded, plan, gateway, today, cwd } = options;
  const { settings } = loaded;
  const searches = await openSearchProviders(options);
  const writer = await createWriter(loaded, gateway);
  const target = { directory: settings.outputDir, cwd };
  const { researchItem } = await import('../pipeline/research-item.ts');
  return {
    close: searches.close,
    writer,
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
          hash: (text) => createHash('sha256').update(text).digest('hex'),
        },
        calls,
        progress,
      ),
    saveDossier: (dossier) => saveDossier(dossier, target),
    saveArticle: (article, context) =>
      saveArticle(article, {
        ...context,
        ...target,
        formats: settings.formats,
        createdAt: today().toISOString(),
        pagesDirectory: join(packageRoot(), 'templates', 'pages'),
      }),
  };
}

async function createWriter(loaded: LoadedSettings, gateway: Gateway): Promise<ArticleWriter> {
  const { settings, secrets } = loaded;
  if (settings.writer === 'extractive') {
    const { createExtractiveWriter } =
      await import('../writing/extractive/create-extractive-writer.ts');
    return createExtractiveWriter();
  }
  const { createOpenAi } = await import('../providers/openai.ts');
  const { createOpenAiWriter } = await import('../writing/openai/create-openai-writer.ts');
  return createOpenAiWriter({
    model: createOpenAi({
      apiKey: secrets.openaiApiKey,
      baseUrl: settings.openai.baseUrl,
      model: settings.openai.model,
      gateway,
      timeoutMs: settings.timeouts.attemptMs,
    }),
    promptsDirectory: join(packageRoot(), 'templates', 'prompts'),
    maxOutputTokens: settings.openai.maxOutputTokens,
  });
}
