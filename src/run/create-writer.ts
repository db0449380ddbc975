import { join } from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import type { ChatModel } from '../providers/chat-model.ts';
import type { ArticleWriter } from '../writing/article-writer.ts';
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
  const { settings, secrets } = loaded;
  if (settings.writer === 'extractive') {
    const { createExtractiveWriter } =
      await import('../writing/extractive/create-extractive-writer.ts');
    return createExtractiveWriter();
  }
  const { createOpenAi } = await import('../providers/openai.ts');
  const { createOpenAiWriter } = await import('../writing/openai/create-openai-writer.ts');
  const { model: name, baseUrl, maxOutputTokens } = settings.openai;
  const connect = () =>
    createOpenAi({
      apiKey: secrets.openaiApiKey,
      baseUrl,
      model: name,
      gateway,
      timeoutMs: settings.timeouts.attemptMs,
      idleTimeoutMs: settings.timeouts.idleMs,
    });
  const prepared = async () => {
    const model = connect();
    await model.prepare();
    return model;
  };
  const onlyNamed: ChatModel = {
    name,
    complete: (request, scope) => connect().complete(request, scope),
  };
  return createOpenAiWriter({
    model: dryRun ? onlyNamed : await prepared(),
    server: baseUrl,
    promptsDirectory: join(packageRoot(), 'templates', 'prompts'),
    maxOutputTokens,
  });
}
