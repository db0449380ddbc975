import type { Settings } from '../config/settings.ts';
import type { KeywordMeaning } from '../core/keyword-meaning.ts';

export interface OpenMeaning extends KeywordMeaning {
  /** Ends its workers. */
  close(): Promise<void>;
}

/**
 * Likeness of keywords by meaning where the settings ask for it; undefined for likeness by words. The model is loaded with
 * the first keywords, runs on this machine and costs nothing.
 */
export async function openMeaning(
  { similarity }: Pick<Settings, 'similarity'>,
  signal: AbortSignal,
): Promise<OpenMeaning | undefined> {
  if (similarity === 'words') return undefined;
  const { createKeywordMeaning } = await import('../core/keyword-meaning.ts');
  const { createOfflineEmbedder } = await import('../providers/offline-embedder.ts');
  const embedder = createOfflineEmbedder();
  return {
    ...createKeywordMeaning((phrases) => embedder.embed(phrases, { signal })),
    close: () => embedder.close(),
  };
}
