import { createRequire } from 'node:module';
import { isStopWord } from '../../../src/core/text/stop-words.ts';
import { stemWord } from '../../../src/core/text/stem-word.ts';
import { tokenizeWords } from '../../../src/core/text/tokenize-words.ts';
import { unitVector } from '../../../src/core/unit-vector.ts';
import { openaiError } from './error-bodies.ts';
import type { LoopbackOptions, RouteAnswer } from './loopback-types.ts';
import { hashText } from './random.ts';

type Fields = Record<string, unknown>;

const MOST_INPUTS = 2048;
const MOST_TOKENS_AN_INPUT = 8192;
const MOST_TOKENS = 300_000;
const DIMENSIONS: Readonly<Record<string, number>> = {
  'text-embedding-3-small': 1536,
  'text-embedding-3-large': 3072,
  'text-embedding-ada-002': 1536,
};
const OTHER_DIMENSIONS = 256;
/** Places of the vector that a word adds to, so that two words hardly ever share all of theirs. */
const PLACES_A_WORD = 8;

/** `POST /v1/embeddings`, with the limits of OpenAI and its words for what is beyond them. */
export function answerEmbeddings(body: Fields, options: LoopbackOptions): RouteAnswer {
  const input = [body['input']].flat();
  const problem = findProblem(body, input, options);
  if (problem !== undefined) return problem;
  const texts = input as string[];
  const model = String(body['model']);
  const own = DIMENSIONS[model] ?? OTHER_DIMENSIONS;
  const dimensions = Number(body['dimensions'] ?? own);
  const tokens = texts.reduce((sum, text) => sum + Math.ceil(text.length / 4), 0);
  return {
    status: 200,
    body: {
      object: 'list',
      data: texts.map((text, index) => ({
        object: 'embedding',
        index,
        embedding: encode(wordVector(text, dimensions), body['encoding_format']),
      })),
      model,
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    },
  };
}

/** A vector of length 1 in which every stem of a text has its places: texts that share words are near each other. */
export function wordVector(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  const words = tokenizeWords(text, 'en');
  const telling = words.filter((word) => !isStopWord(word, 'en'));
  for (const word of telling.length > 0 ? telling : [text]) {
    const stem = stemWord(word, 'en');
    for (let place = 0; place < PLACES_A_WORD; place++) {
      const hash = hashText(`${stem} ${place}`);
      const at = hash % dimensions;
      vector[at] = (vector[at] ?? 0) + (hashText(`${place} ${stem}`) % 2 === 0 ? 1 : -1);
    }
  }
  return unitVector(vector) ?? vector.fill(1 / Math.sqrt(dimensions));
}

function encode(vector: Float32Array, format: unknown): string | number[] {
  if (format !== 'base64') return [...vector];
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [index, value] of vector.entries()) bytes.writeFloatLE(value, index * 4);
  return bytes.toString('base64');
}

function findProblem(
  { model, encoding_format: format }: Fields,
  input: readonly unknown[],
  options: LoopbackOptions,
): RouteAnswer | undefined {
  if (typeof model !== 'string') {
    return openaiError(400, { message: 'you must provide a model parameter', code: null });
  }
  if (options.models !== undefined && !options.models.includes(model)) {
    const message = `The model \`${model}\` does not exist or you do not have access to it.`;
    return openaiError(404, { message });
  }
  if (format !== undefined && format !== 'float' && format !== 'base64') {
    const message = `Invalid value: ${JSON.stringify(format)}. Supported values are: 'float' and 'base64'.`;
    return openaiError(400, { message, param: 'encoding_format' });
  }
  if (input.length === 0 || input.some((text) => typeof text !== 'string' || text === '')) {
    const message = "'$.input' is invalid. Please check the API reference.";
    return openaiError(400, { message, param: 'input', code: null });
  }
  if (input.length > MOST_INPUTS) {
    const message = `Invalid 'input': array too long. Expected an array with maximum length ${MOST_INPUTS}, but got an array with length ${input.length} instead.`;
    return openaiError(400, { message, param: 'input', code: 'array_above_max_length' });
  }
  return findTooLong(input as string[]);
}

function findTooLong(texts: readonly string[]): RouteAnswer | undefined {
  let total = 0;
  for (const text of texts) {
    const tokens = tokensOf(text);
    if (tokens > MOST_TOKENS_AN_INPUT) {
      const message = `This model's maximum context length is ${MOST_TOKENS_AN_INPUT} tokens, however you requested ${tokens} tokens (${tokens} in your prompt; 0 for the completion). Please reduce your prompt; or completion length.`;
      return openaiError(400, { message, code: null });
    }
    total += tokens;
  }
  if (total <= MOST_TOKENS) return undefined;
  const message = `Requested ${total} tokens, max ${MOST_TOKENS} tokens per request`;
  return openaiError(400, {
    message,
    type: 'max_tokens_per_request',
    code: 'max_tokens_per_request',
  });
}

let count: ((text: string, options: object) => number) | undefined;

/** As the models of embeddings count them; loaded with the first call, in pieces because long words take it long. */
function tokensOf(text: string): number {
  count ??= createRequire(import.meta.url)('gpt-tokenizer/encoding/cl100k_base')
    .countTokens as NonNullable<typeof count>;
  const none = { disallowedSpecial: new Set() };
  let tokens = 0;
  for (let at = 0; at < text.length; at += 500) tokens += count(text.slice(at, at + 500), none);
  return tokens;
}
