import { AppError } from '../core/errors.ts';
import type { CallAnswer } from './call.ts';
import { httpError } from './http-error.ts';
import { jsonCount, jsonField } from '../core/json-field.ts';
import type { ProviderIdentity } from './provider-identity.ts';

/** More than any model has. */
const MOST_DIMENSIONS = 20_000;

/**
 * The vectors in the body of an answer to an embeddings request, each in the place that its `index` tells: base64 of
 * 32-bit floats, or arrays of numbers. What is missing or malformed is an error in its place.
 * @throws AppError `ANSWER_INVALID` when the answer holds no list of vectors.
 */
export function readVectors(
  body: unknown,
  count: number,
  status: number,
  identity: ProviderIdentity,
): Pick<CallAnswer<(Float32Array | Error)[]>, 'value' | 'consumed'> {
  const data = jsonField(body, 'data');
  if (!Array.isArray(data)) {
    const problem = 'it is no list of embeddings';
    throw httpError({ kind: 'answer', problem, status, retryable: true }, identity);
  }
  const value: (Float32Array | Error)[] = Array.from({ length: count }, () =>
    useless('has no vector for this text', identity),
  );
  for (const entry of data.slice(0, count)) {
    const index = jsonField(entry, 'index');
    if (typeof index !== 'number' || !Object.hasOwn(value, index)) continue;
    value[index] =
      readVector(jsonField(entry, 'embedding')) ??
      useless('has something else than a vector for this text', identity);
  }
  return {
    value,
    consumed: {
      inputTokens: jsonCount(jsonField(jsonField(body, 'usage'), 'prompt_tokens')),
      cachedInputTokens: 0,
      outputTokens: 0,
      credits: 0,
    },
  };
}

function readVector(embedding: unknown): Float32Array | undefined {
  if (typeof embedding === 'string') return readBase64(embedding);
  const isVector =
    Array.isArray(embedding) &&
    embedding.length > 0 &&
    embedding.length <= MOST_DIMENSIONS &&
    embedding.every((number) => typeof number === 'number' && Number.isFinite(number));
  return isVector ? Float32Array.from(embedding as number[]) : undefined;
}

function readBase64(text: string): Float32Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  const length = bytes.length / 4;
  if (length === 0 || !Number.isInteger(length) || length > MOST_DIMENSIONS) return undefined;
  // Little-endian on the wire, whatever the machine.
  const vector = Float32Array.from({ length }, (_, index) => bytes.readFloatLE(index * 4));
  return vector.every(Number.isFinite) ? vector : undefined;
}

function useless(problem: string, { label, baseUrl }: ProviderIdentity): AppError {
  return new AppError('ANSWER_INVALID', `The answer of ${label} at ${baseUrl} ${problem}.`);
}
