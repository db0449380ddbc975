import { estimateTokens } from '../core/estimate-tokens.ts';
import { attemptWithin } from './attempt-within.ts';
import type { CallAnswer, CallScope } from './call.ts';
import { openAiFailure } from './openai-client.ts';
import { connectOpenAi } from './openai-connection.ts';
import type { OpenAiEmbeddingsOptions } from './openai-embeddings.ts';
import { readVectors } from './openai-vectors.ts';
import type { ProviderIdentity } from './provider-identity.ts';
import { readJsonBody } from './read-json-body.ts';

/** All that decides the vectors. */
interface EmbeddingsBody {
  baseUrl: string;
  model: string;
  dimensions?: number;
  input: readonly string[];
}

/** In bytes, for each text and at most: 3,072 numbers are 70,000 in decimals, and 17,000 in base64. */
const LONGEST_VECTOR = 80_000;
const LONGEST_ANSWER = 100_000_000;
/** What an answer has around its vectors. */
const FRAME_BYTES = 1_000_000;
/** The way to a model that embeds. */
export interface EmbeddingConnection {
  identity: ProviderIdentity;
  /** Loads the SDK beforehand. */
  prepare: () => Promise<void>;
  /** One request, within the limits of one; an entry a text, in their order. */
  call: (input: readonly string[], scope: CallScope) => Promise<(Float32Array | Error)[]>;
}

/** Connects to OpenAI's embeddings, or to a server that speaks their protocol. @throws AppError as `connectOpenAi`. */
export function connectEmbeddings(
  options: OpenAiEmbeddingsOptions & { model: string },
): EmbeddingConnection {
  const { model, dimensions, gateway, timeoutMs = 120_000, idleTimeoutMs = 30_000 } = options;
  const { baseUrl, identity, load } = connectOpenAi(
    { ...options, model, idleTimeoutMs },
    {
      remedy: 'Or set OPENAI_BASE_URL to a server that needs none, or use --embeddings offline.',
      modelSetting: 'openai.embeddingModel',
    },
  );
  let isInDecimals = false;

  async function post(body: EmbeddingsBody, signal: AbortSignal): Promise<Response> {
    const { embeddings } = await load();
    const create = (encoding: 'base64' | 'float'): Promise<Response> =>
      embeddings
        .create(
          {
            model: body.model,
            input: [...body.input],
            encoding_format: encoding,
            ...(body.dimensions === undefined ? {} : { dimensions: body.dimensions }),
          },
          { signal },
        )
        .asResponse();
    if (isInDecimals) return create('float');
    try {
      return await create('base64');
    } catch (error) {
      if (!(error instanceof Error && /encoding_format|base64/i.test(error.message))) throw error;
      isInDecimals = true;
      return create('float');
    }
  }

  async function send(
    body: EmbeddingsBody,
    signal: AbortSignal,
  ): Promise<CallAnswer<(Float32Array | Error)[]>> {
    const response = await post(body, signal);
    const maxBytes = Math.min(FRAME_BYTES + body.input.length * LONGEST_VECTOR, LONGEST_ANSWER);
    const limits = { maxBytes, idleMs: idleTimeoutMs };
    const { status } = response;
    const answer = readVectors(
      await readJsonBody(response, identity, limits),
      body.input.length,
      status,
      identity,
    );
    // What the headers tell are the limits of this model; at the gate stands the one that writes, too.
    return { ...answer, status };
  }

  function call(input: readonly string[], scope: CallScope): Promise<(Float32Array | Error)[]> {
    return gateway.call(
      {
        provider: 'openai',
        operation: 'embed',
        model,
        body: { baseUrl, model, input, ...(dimensions === undefined ? {} : { dimensions }) },
        detail: `${baseUrl}/embeddings ${model}, ${input.length} texts`,
        estimatedTokens: input.reduce((sum, text) => sum + estimateTokens(text), 0),
        worstCase: {
          inputTokens: input.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0),
          cachedInputTokens: 0,
          outputTokens: 0,
          credits: 0,
        },
        attempt: (body: EmbeddingsBody, signal) =>
          attemptWithin(
            identity,
            { signal, timeoutMs },
            (inner) => send(body, inner),
            openAiFailure,
          ),
      },
      scope,
    );
  }

  return {
    identity,
    call,
    async prepare() {
      await load();
    },
  };
}
