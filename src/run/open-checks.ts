import { hash } from 'node:crypto';
import { join } from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import type { ArticleTools } from '../pipeline/article.ts';
import { checkArticle } from '../pipeline/check-article.ts';
import { requireSupport } from '../pipeline/require-support.ts';
import type { ArticleWriter } from '../writing/article-writer.ts';
import type { Judge } from '../writing/openai/create-judge.ts';
import { connectModel } from './connect-model.ts';
import type { ToolOptions } from './open-tools.ts';

/** Goes up when the same draft becomes another article. */
const CHECK_VERSION = 1;

/** How the settings want articles to be held to their sources. */
export async function openChecks(
  options: ToolOptions,
  writer: ArticleWriter,
): Promise<Pick<ArticleTools, 'check' | 'checkInput' | 'requireSupport'>> {
  const { unsupported, maxVerbatim, minSupport } = options.loaded.settings;
  const judge = await openJudge(options);
  const checking = { writer, judge, unsupported, maxVerbatim };
  return {
    check: (request, draft, step) => checkArticle(request, draft, checking, step),
    checkInput: ({ dossier, template, language, item }, draft) => ({
      version: CHECK_VERSION,
      settings: {
        writer: writer.settings,
        judge: judge?.settings,
        unsupported,
        maxVerbatim,
        template,
        language,
        tone: item.tone,
        audience: item.audience,
        instructions: item.instructions,
      },
      subject: hash('sha256', JSON.stringify([item.keyword, draft, dossier.sources])),
      isShared: true,
    }),
    requireSupport: ({ keyword }, checked) => requireSupport(keyword, checked, minSupport),
  };
}

async function openJudge(options: ToolOptions): Promise<Judge | undefined> {
  const { settings } = options.loaded;
  if (!settings.judge || options.dryRun) return undefined;
  const { createJudge } = await import('../writing/openai/create-judge.ts');
  return createJudge({
    model: await connectModel(options),
    promptsDirectory: join(packageRoot(), 'templates', 'prompts'),
    maxOutputTokens: settings.openai.maxOutputTokens,
    fanOut: settings.fanOut,
  });
}
