import { join } from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import type { ArticleWriter } from '../writing/article-writer.ts';
import { connectModel } from './connect-model.ts';
import type { ToolOptions } from './open-tools.ts';

/**
 * The writer that the settings name.
 * @throws AppError `KEY_MISSING` when it needs a key that is not there; a dry run needs none, it only estimates.
 */
export async function createWriter({
  loaded,
  gateway,
  dryRun,
}: ToolOptions): Promise<ArticleWriter> {
  const { settings } = loaded;
  if (settings.writer === 'extractive') {
    const { createExtractiveWriter } =
      await import('../writing/extractive/create-extractive-writer.ts');
    return createExtractiveWriter();
  }
  const { createOpenAiWriter } = await import('../writing/openai/create-openai-writer.ts');
  return createOpenAiWriter({
    model: await connectModel({ loaded, gateway, dryRun }),
    server: settings.openai.baseUrl,
    promptsDirectory: join(packageRoot(), 'templates', 'prompts'),
    maxOutputTokens: settings.openai.maxOutputTokens,
    fanOut: settings.fanOut,
  });
}
