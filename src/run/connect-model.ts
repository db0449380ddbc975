import type { ChatModel } from '../providers/chat-model.ts';
import type { ToolOptions } from './open-tools.ts';

/**
 * The model that the settings name, ready to be asked; in a dry run only by its name.
 * @throws AppError `KEY_MISSING` when it needs a key that is not there.
 */
export async function connectModel({
  loaded,
  gateway,
  dryRun,
}: Pick<ToolOptions, 'loaded' | 'gateway' | 'dryRun'>): Promise<ChatModel> {
  const { settings, secrets } = loaded;
  const { createOpenAi } = await import('../providers/openai.ts');
  const { model: name, baseUrl } = settings.openai;
  const connect = () =>
    createOpenAi({
      apiKey: secrets.openaiApiKey,
      baseUrl,
      model: name,
      gateway,
      timeoutMs: settings.timeouts.attemptMs,
      idleTimeoutMs: settings.timeouts.idleMs,
    });
  if (dryRun) return { name, complete: (request, scope) => connect().complete(request, scope) };
  const model = connect();
  await model.prepare();
  return model;
}
