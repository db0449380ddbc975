import type { Secrets } from '../config/secrets.ts';
import type { Settings } from '../config/settings.ts';
import type { Gateway } from '../providers/call.ts';
import type { Embedder } from '../providers/embedder.ts';

/** Part of the tokens of a minute that one request may take: others wait for the rest. */
const SHARE_OF_MINUTE = 0.4;

/**
 * Who makes the vectors, as the settings say; undefined for nobody. Nothing is loaded before the first text but by
 * `prepare`.
 * @throws AppError `KEY_MISSING` when it needs a key that is not there.
 */
export async function createEmbedder(
  settings: Settings,
  secrets: Secrets,
  gateway: Gateway,
): Promise<Embedder | undefined> {
  switch (settings.embeddings) {
    case 'none':
      return undefined;
    case 'offline': {
      const { createOfflineEmbedder } = await import('../providers/offline-embedder.ts');
      return createOfflineEmbedder();
    }
    case 'openai': {
      const { createOpenAiEmbeddings } = await import('../providers/openai-embeddings.ts');
      const { openai, limits, timeouts } = settings;
      return createOpenAiEmbeddings({
        apiKey: secrets.openaiApiKey,
        baseUrl: openai.baseUrl,
        model: openai.embeddingModel,
        gateway,
        requestTokens: Math.floor(limits.openai.tokensPerMinute * SHARE_OF_MINUTE),
        timeoutMs: timeouts.attemptMs,
        idleTimeoutMs: timeouts.idleMs,
      });
    }
  }
}
