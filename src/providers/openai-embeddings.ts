import { mapConcurrent } from '../batch/map-concurrent.ts';
import { AppError, terminalStopOf } from '../core/errors.ts';
import type { CallScope, Gateway } from './call.ts';
import { cutParts } from './cut-parts.ts';
import { embedInParts } from './embed-in-parts.ts';
import type { Embedder } from './embedder.ts';
import { httpError } from './http-error.ts';
import { connectEmbeddings } from './openai-embedding-call.ts';
import { packRequests } from './pack-requests.ts';

export interface OpenAiEmbeddingsOptions {
  /** May be absent with a base URL of one's own: local servers want none. */
  apiKey: string | undefined;
  /** Default `https://api.openai.com/v1`; any OpenAI-compatible server. */
  baseUrl?: string | undefined;
  /** Default `text-embedding-3-small`. */
  model?: string | undefined;
  /** Length of the vectors; the model's own unless said. */
  dimensions?: number | undefined;
  gateway: Gateway;
  /** Tokens of one request, 75,000 by default and at most; below what a minute allows. */
  requestTokens?: number | undefined;
  /** Limit of one attempt in milliseconds, 120,000 by default. */
  timeoutMs?: number | undefined;
  /** How long the next byte of an answer may take once it has begun, in milliseconds, 30,000 by default. */
  idleTimeoutMs?: number | undefined;
}

/**
 * As estimated. OpenAI allows 300,000, and no text has more than four tokens where one is estimated: no request passes
 * the limit, and a few of them at a time are faster than one large one.
 */
const MOST_TOKENS = 75_000;
/** OpenAI's limit of one input is 8,192 tokens, and no tokenizer makes more tokens of a text than it has bytes. */
const MOST_BYTES = 8000;
/** Requests under way; the gateway lowers it to what the provider bears. */
const REQUESTS_AT_A_TIME = 4;
/** Something that every model embeds: when it is refused too, the texts are not why. */
const PROBE = ['text'];
/** The request itself was not accepted: 413 and 429 for its size, none when it is larger than the limits of our own. */
const REFUSALS: ReadonlySet<number | undefined> = new Set([400, 413, 422, 429, undefined]);

/**
 * Embeddings of OpenAI, or of any server that speaks its protocol. A text of more than 8,000 bytes is embedded in parts
 * and has their mean. A request that is refused is halved until the text that was refused is alone; any other failure
 * is the error of all texts of its request, and the other requests go on.
 * @throws AppError `KEY_MISSING` without a key for OpenAI itself; `KEY_REJECTED` or `CONFIG_INVALID` for a key
 * or base URL that cannot be sent.
 */
export function createOpenAiEmbeddings(options: OpenAiEmbeddingsOptions): Embedder {
  const { model = 'text-embedding-3-small', dimensions } = options;
  const requestTokens = Math.min(options.requestTokens ?? MOST_TOKENS, MOST_TOKENS);
  const { identity, call, prepare } = connectEmbeddings({ ...options, model });
  /** Whether the server takes any texts at all, as far as that is known. */
  let isServing: boolean | undefined;
  /** Of the first vector: others cannot be compared with it. */
  let length: number | undefined;

  async function embedRequest(
    input: readonly string[],
    scope: CallScope,
  ): Promise<(Float32Array | Error)[]> {
    try {
      const vectors = await call(input, scope);
      isServing = true;
      return vectors.map(ofOneLength);
    } catch (error) {
      scope.signal.throwIfAborted();
      if (terminalStopOf(error) !== undefined) throw error;
      const failure = error instanceof Error ? error : new Error(String(error));
      const isAlone = input.length === 1;
      if (isAlone || !isRefusal(error) || !(await takesTexts(scope)))
        return input.map(() => failure);
      const middle = Math.ceil(input.length / 2);
      return [
        ...(await embedRequest(input.slice(0, middle), scope)),
        ...(await embedRequest(input.slice(middle), scope)),
      ];
    }
  }

  function ofOneLength(vector: Float32Array | Error): Float32Array | Error {
    if (vector instanceof Error) return vector;
    length ??= dimensions ?? vector.length;
    if (vector.length === length) return vector;
    const problem = `a vector has ${vector.length} dimensions and not ${length}`;
    return httpError({ kind: 'answer', problem, status: 200, retryable: false }, identity);
  }

  /** Otherwise halving would ask once for each text, in vain. */
  async function takesTexts(scope: CallScope): Promise<boolean> {
    if (isServing !== undefined) return isServing;
    try {
      await call(PROBE, scope);
      isServing ??= true;
    } catch (error) {
      scope.signal.throwIfAborted();
      if (terminalStopOf(error) !== undefined) throw error;
      if (!isRefusal(error)) return false;
      isServing ??= false;
    }
    return isServing;
  }

  return {
    name: `openai:${model}${dimensions === undefined ? '' : `:${dimensions}`}`,

    prepare,

    embed(texts, scope) {
      scope.signal.throwIfAborted();
      return embedInParts(texts, {
        cut: (text) => cutParts(text, MOST_BYTES, bytesOf),
        async embed(parts) {
          const vectors = await mapConcurrent(
            packRequests(parts, requestTokens),
            (input, { signal }) => embedRequest(input, { ...scope, signal }),
            { concurrency: REQUESTS_AT_A_TIME, signal: scope.signal },
          );
          return vectors.flat();
        },
      });
    },

    async close() {},
  };
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof AppError && error.code === 'REQUEST_REJECTED' && REFUSALS.has(error.status)
  );
}

/** In UTF-8. */
function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
